"""Sessionize, a service for calls for papers and schedules, and the JSON that it publishes."""
