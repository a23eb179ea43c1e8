"""The TOML parser, with the places of keys and values, and with all faults of a text."""
