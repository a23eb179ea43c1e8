"""The itinerary of one delegate: its file, its changes, and what follows from it."""
