"""The JSON that pretalx answers with: of its API, and of the schedule on its pages."""
