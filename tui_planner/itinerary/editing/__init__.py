"""Changes of an itinerary: made, kept on disk, undone."""
