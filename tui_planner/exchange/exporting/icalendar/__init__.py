"""iCalendar, as RFC 5545 defines it."""
