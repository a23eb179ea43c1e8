"""A laid-out day as lines of styled cells."""
