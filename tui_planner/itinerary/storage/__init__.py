"""The itinerary's file: read carefully, merged, written whole, and its earlier states kept."""
