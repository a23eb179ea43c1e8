"""The worth of a day: how much of each aim it reaches, the first aim first.

A worth is one whole number: the count for each aim stands in digits of its own, so worths are
added and compared like numbers, and no count of a later aim outweighs one of an earlier one. The
digits are as few as will do: the prices of limits are found the sooner.
"""

from dataclasses import astuple, dataclass

from tui_planner.itinerary.itinerary import Priority

_FRACTION = 10  # bits below a point, which the prices of limits need


@dataclass(frozen=True, slots=True)
class MostCounts:
    """The most that a day could count for each aim, the last aim first; of `must` any number."""

    points: int
    places: int
    maybes: int
    clashes: int
    meals: int
    rounds: int
    wants: int


@dataclass(frozen=True, slots=True)
class Units:
    """The worth of one, for each aim, the last aim first.

    Attributes:
        point: A point of interest.
        place: A session kept that is not full.
        maybe: A session kept that was chosen as maybe.
        clash: A possible or tight clash spared.
        meal: A meal with the time for it.
        round: A round of choices filled.
        want: A session kept that was chosen as want.
        must: A session kept that was chosen as must.
    """

    point: int
    place: int
    maybe: int
    clash: int
    meal: int
    round: int
    want: int
    must: int

    @classmethod
    def for_counts(cls, most: MostCounts) -> "Units":
        """Make the units for days that count no more than this; each is a power of two."""
        units = [1 << _FRACTION]
        for count in astuple(most):
            units.append(units[-1] << (count.bit_length() + 1))
        return cls(*units)

    def weigh_priority(self, priority: Priority) -> int:
        """Return the worth of keeping a session of a priority."""
        return {"must": self.must, "want": self.want, "maybe": self.maybe}[priority]
