"""The faults of a file, told with the line to write, and what is meant by them."""
