"""What has become of what was chosen since it was last seen."""
