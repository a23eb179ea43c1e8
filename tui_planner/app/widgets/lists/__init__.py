"""Lists of items, each of which knows what it stands for."""
