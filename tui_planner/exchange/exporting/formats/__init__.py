"""The formats to export in, a module each; what writes one is imported only when it is made."""
