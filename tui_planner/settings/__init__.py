"""What a user prefers: one TOML file in the configuration folder, theirs to edit."""
