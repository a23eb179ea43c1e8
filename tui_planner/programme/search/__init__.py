"""The search of sessions by words and by filters."""
