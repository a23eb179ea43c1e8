"""Calendars that are no text but a document: of XML (xCal), or of JSON (jCal)."""
