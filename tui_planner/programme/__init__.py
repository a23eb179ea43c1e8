"""The programme that the organiser publishes: its file, its problems, its model."""
