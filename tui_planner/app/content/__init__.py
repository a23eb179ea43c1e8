"""What stands in widgets and screens, as styled text."""
