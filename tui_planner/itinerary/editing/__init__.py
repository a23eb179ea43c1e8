"""The editing of an itinerary: changes are saved at once, and can be undone."""
