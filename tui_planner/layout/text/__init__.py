"""Text in cells: measured, cut, wrapped, broken, and in ASCII."""
