"""Published programmes of other formats, made into format 1."""
