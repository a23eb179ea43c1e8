"""Two sessions that follow or meet each other: what the examples of the clash rules are made of."""

PAIR = ("talk", "walk")
"""The ids of the two."""
EXAMPLE_ROOMS = (
    '[[rooms]]\nid = "hall"\nname = "Hall"\n\n[[rooms]]\nid = "attic"\nname = "Attic"\n\n'
)
IN_HALL = 'room = "hall"'
IN_ATTIC = 'room = "attic"'


def write_pair(end: str, start: str, talk: str, walk: str | None = None) -> str:
    """Write a talk from 12:30 to `end` and a walk from `start` to 14:00.

    Args:
        end: The clock time at which the talk ends.
        start: The clock time at which the walk starts.
        talk: More lines of the talk.
        walk: More lines of the walk; None for those of the talk.
    """
    walk = talk if walk is None else walk
    return (
        f'[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "12:30"\nend = "{end}"\n{talk}\n\n'
        f'[[sessions]]\nid = "walk"\ntitle = "Walk"\nstart = "{start}"\nend = "14:00"\n{walk}\n'
    )
