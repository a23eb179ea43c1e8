"""The itinerary's file: read, merged, written atomically, with snapshots of earlier states."""
