"""A day as boxes in cells: the rows of its hours, the lanes of its rooms."""
