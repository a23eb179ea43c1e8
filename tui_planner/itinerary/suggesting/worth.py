"""What a day is worth: how much of each aim it reaches, the first aim first.

A worth is one whole number: the count for each aim stands in digits of its own, so worths are
added and compared like numbers, and no count of a later aim outweighs one of an earlier one.
"""

from ..model import Priority

_DIGITS = 32  # bits for each count; none reaches half of them

POINT = 1 << _DIGITS
"""A point of liking, the last aim; below it is room for the fractions that a search needs."""
MAYBE = POINT << _DIGITS
"""A session kept that was chosen as maybe."""
CLASH = MAYBE << _DIGITS
"""A possible or tight clash spared."""
MEAL = CLASH << _DIGITS
"""A meal with the time for it."""
ROUND = MEAL << _DIGITS
"""A round of choices filled."""
WANT = ROUND << _DIGITS
"""A session kept that was chosen as want."""
MUST = WANT << _DIGITS
"""A session kept that was chosen as must, the first aim."""

OF_PRIORITY: dict[Priority, int] = {"must": MUST, "want": WANT, "maybe": MAYBE}
