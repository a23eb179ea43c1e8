"""Files that are packed: one by gzip, or several in a zip."""
