"""The terminal itself: what is written to it, read from it, and given back at the end."""
