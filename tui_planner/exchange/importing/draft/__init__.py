"""The draft of a programme, normalised and written as format 1."""
