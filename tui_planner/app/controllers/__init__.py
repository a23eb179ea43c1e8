"""What steers one concern of the main screen each: prompts, search, findings, lanes, reload."""
