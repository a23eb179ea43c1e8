"""The formats to import from, a module each; what reads one is imported only for such a file."""
