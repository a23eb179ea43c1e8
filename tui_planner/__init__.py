"""Plan a conference day in the terminal, and be told what cannot go together."""

__version__ = "0.1.0"
