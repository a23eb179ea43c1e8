"""The best day that can be made of a plan."""
