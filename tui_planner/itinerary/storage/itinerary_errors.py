"""The errors of an itinerary's file."""


class ItineraryError(Exception):
    """An itinerary that cannot be used or saved; the text is a sentence for the user."""


class BrokenItineraryError(ItineraryError):
    """A file that cannot be read as an itinerary; it can be set aside."""


def explain_error(error: Exception) -> str:
    """Explain an error, as the end of a sentence: in the system's words where it has some."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
