"""What can be wrong with an itinerary's file."""


class ItineraryError(Exception):
    """The itinerary cannot be used or kept; the text is a sentence for the user."""


class BrokenItineraryError(ItineraryError):
    """The file is no itinerary that can be read; it can be set aside."""


def explain_error(error: Exception) -> str:
    """What went wrong, as the end of a sentence: the system's words where it has some."""
    return (isinstance(error, OSError) and error.strerror) or str(error)
