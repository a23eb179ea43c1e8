"""The resolutions of a clash, and what each costs."""
