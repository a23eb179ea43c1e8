"""Schedules from an address: asked for with bounds, a copy kept for when there is no network."""
