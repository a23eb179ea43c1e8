"""A draft of a programme: put in order, and written as format 1."""
