"""The path of a key or value in the data of a TOML file."""

KeyPath = tuple[str | int, ...]
"""The keys and numbers by which a value is found in the parsed data: `("sessions", 3, "start")`."""
