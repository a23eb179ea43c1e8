"""Changes of the programme since the delegate last saw what they chose."""
