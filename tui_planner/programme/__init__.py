"""What the organiser publishes: the file, its problems, and the programme in it."""
