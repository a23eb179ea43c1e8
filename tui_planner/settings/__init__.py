"""The settings of a user: one TOML file in the configuration folder, theirs to edit."""
