"""A day as boxes in cells: the rows of its hours, the columns of its rooms."""
