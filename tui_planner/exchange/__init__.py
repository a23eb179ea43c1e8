"""Programmes and itineraries in the formats of others: read in, and written out."""
