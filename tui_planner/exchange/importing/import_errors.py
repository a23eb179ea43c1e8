"""The error for a file that cannot be imported."""


class NoScheduleError(Exception):
    """A file that is no schedule that can be read; the text is a sentence for the user."""
