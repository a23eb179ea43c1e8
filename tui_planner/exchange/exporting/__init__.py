"""A programme or an itinerary in the formats of others."""
