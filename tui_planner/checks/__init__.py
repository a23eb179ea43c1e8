"""What the organiser is told of a programme that can be read: its clashes."""
