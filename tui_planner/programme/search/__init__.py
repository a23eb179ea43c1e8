"""Sessions found by words and by filters."""
