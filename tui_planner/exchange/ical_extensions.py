"""What this program writes into iCalendar files beside RFC 5545, and reads again.

Other programs pass over properties that begin with `X-`.
"""

import re

X_PREFIX = "X-TUI-PLANNER-"
"""How the properties begin.

On a calendar: PROGRAMME (its id), VENUE, CITY, VERSION, LANGUAGE, SEAL (the checksum). On an event:
SPEAKER and HOST (one each), KIND (of a block), DAY (where it is not that of the start, or lasts
longer), STATUS (where RFC 5545 has no word for it), MEAL and END-ASSUMED (TRUE), CLASH (of one's
own day: its kind, and the ids of the others in it), ADDED-LINES (how many lines of the description
are about the event and not part of it; the others are the plain text that it is).
"""
REPEAT_OF = "X-TUI-PLANNER-REPEAT-OF"
"""The kind of relation (RELTYPE) to the session of which this is another run."""

_UNIQUE = re.compile(
    r".*@.*|urn:.*|[a-z]+://.*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.*\d)[0-9a-z]{24,}",
    re.IGNORECASE | re.DOTALL,
)


def make_uid(id_: str, programme: str) -> str:
    """Make the UID of a session or block; an id that was a UID before it was imported is kept.

    An id is unique in the world by its form: it has an @, or it is a UUID, an address or a long
    random word. Any other is made unique by the id of its programme; so is one that ends with
    that already, so that `parse_uid` gives back every id.
    """
    own = f"@{programme}"
    return id_ if _UNIQUE.fullmatch(id_) and not id_.endswith(own) else id_ + own


def parse_uid(uid: str, programme: str) -> str:
    """Get the id that a session or block has in its programme from its UID."""
    return uid.removesuffix(f"@{programme}") if programme else uid
