"""The layout of a day painted as lines of styled cells."""
