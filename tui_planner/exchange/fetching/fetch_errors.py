"""Why nothing was fetched, in a sentence with the next step."""


class FetchError(Exception):
    """Something that keeps a schedule from being fetched.

    Attributes:
        message: A sentence on what is the matter.
        hint: A sentence on what to do about it.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}".rstrip())
        self.message = message
        self.hint = hint


class NoAddressError(FetchError):
    """What is named is no address on the web."""
