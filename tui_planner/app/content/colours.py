"""The colours of text, as Textual's content styles write them; the theme decides what they are."""

QUIET = "$foreground 60%"
"""What matters less. (`$text-muted` leaves its choice to a background that content has not.)"""
