"""The programme and the itinerary that a command is about: found, read, and begun to change."""
