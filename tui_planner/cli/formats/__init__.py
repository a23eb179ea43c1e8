"""The ways in which a command prints what it found."""
