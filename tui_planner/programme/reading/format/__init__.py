"""Format 1 of the file: its tables as they may be written, for the reader and for editors."""
