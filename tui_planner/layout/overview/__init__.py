"""The overview of a day with more rooms than fit: all of them at once, a cell or two each."""
