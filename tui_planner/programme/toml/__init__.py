"""TOML with the place of every key and value, and with all of its faults."""
