"""iCalendar files, read into a draft."""
