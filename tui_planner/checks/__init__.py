"""The organiser's check: the faults of a programme file, its clashes, and advice."""
