"""Whatever ends or stops the app, the terminal is as before, and nothing chosen is lost."""
