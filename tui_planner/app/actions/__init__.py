"""What the commands do; each module is imported when a command of it first runs."""
