"""What the commands do that are about one's own choices."""
