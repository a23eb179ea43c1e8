"""schedule.xml and schedule.json, read into a draft."""
