"""What can be wrong with a file that is to be imported."""


class NoScheduleError(Exception):
    """The file is no schedule that can be read; the text is a sentence for the user."""
