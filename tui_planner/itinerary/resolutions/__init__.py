"""The ways out of a clash, and what each costs."""
