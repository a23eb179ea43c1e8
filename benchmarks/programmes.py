"""Programmes of any size: one day, many rooms, starts off every raster. The same at every run."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

_SEED = 20250213
_LONGEST = 60
_USUAL_START = 9 * 60
_DAY = 24 * 60 - 1
_MOST_ROUNDS = 4
_WORDS = (
    *("a", "the", "for", "with", "how", "why", "we", "open", "free", "small", "city", "water"),
    *("data", "model", "kernel", "garden", "theatre", "health", "bridge", "memory", "network"),
    *("energy", "river", "school", "market", "future", "people", "machine", "language", "Straße"),
    *("café", "naïve", "señor", "日本", "été"),
)


def generate_programme(sessions: int, rooms: int, *, in_rounds: bool = True) -> Iterator[str]:
    """Yield the tables of a programme, as text.

    One session in a hundred ends too late for the next in its room, some may run on, and some
    speakers are wanted twice at once: a few hundred findings in 10,000 sessions.

    Args:
        sessions: How many there are, at most 1,400 for each room.
        rooms: In how many rooms they are held.
        in_rounds: Whether they stand in rounds of choices. Where they do not, every overrun is
            reported with whatever is held at the same time: many thousands of findings.
    """
    chance = random.Random(_SEED)
    raster = _Raster.of(-(-sessions // rooms))
    yield '[programme]\ntitle = "A day"\ndate = 2025-02-13\ntimezone = "Europe/Amsterdam"\n'
    for room in range(rooms):
        yield f'\n[[rooms]]\nid = "room-{room}"\nname = "Room {room}"\ncapacity = 80\n'
    for number in range(raster.rounds if in_rounds else 0):
        yield _round(number, raster)
    for number in range(sessions):
        row, room = divmod(number, rooms)
        yield "\n".join(
            [
                "\n[[sessions]]",
                f'id = "session-{number}"',
                f'room = "room-{room}"',
                f'track = "Track {room}"',
                *_words(chance, people=3 * sessions),
                *_times(chance, row, raster),
                *([f'block = "round-{row // raster.per_round}"'] if in_rounds else []),
                "",
            ]
        )


@dataclass(frozen=True)
class _Raster:
    """The raster of a room's sessions, in minutes: the more there are, the shorter each is."""

    opens: int
    slot: int
    per_round: int
    rounds: int

    @classmethod
    def of(cls, each: int) -> "_Raster":
        """Make the raster of a day with so many sessions in each room."""
        slot = min(_LONGEST, _DAY // each)
        per_round = -(-each // _MOST_ROUNDS)
        rounds = -(-each // per_round)
        return cls(min(_USUAL_START, _DAY - each * slot), slot, per_round, rounds)

    def find_start(self, row: int) -> int:
        """Return when a row of sessions begins, in minutes of the day."""
        return self.opens + row * self.slot

    def find_round_end(self, row: int) -> int:
        """Return when the round ends in which a row stands, in minutes of the day."""
        return min(_DAY, self.find_start((row // self.per_round + 1) * self.per_round))


def _round(number: int, raster: _Raster) -> str:
    row = number * raster.per_round
    start, end = raster.find_start(row), raster.find_round_end(row)
    return (
        f'\n[[blocks]]\nid = "round-{number}"\nkind = "choice"\ntitle = "Round {number}"\n'
        f'start = "{_clock(start)}"\nend = "{_clock(end)}"\n'
    )


def _times(chance: random.Random, row: int, raster: _Raster) -> Iterator[str]:
    start = raster.find_start(row) + chance.randrange(max(1, raster.slot // 4))
    late = 4 if chance.random() < 0.01 else 0
    end = min(raster.find_start(row + 1) + late, raster.find_round_end(row))
    yield f'start = "{_clock(start)}"'
    yield f'end = "{_clock(end)}"'
    if chance.random() < 0.01:
        yield f'overrun = "{_clock(min(end + 5, _DAY))}"'


def _words(chance: random.Random, people: int) -> Iterator[str]:
    speakers = ", ".join(f'"Speaker {chance.randrange(people)}"' for _ in range(2))
    yield f'title = "{_sentence(chance, 3, 9)}"'
    yield f"speakers = [{speakers}]"
    yield f'description = "{_sentence(chance, 15, 60)}"'
    if chance.random() < 0.02:
        yield f'status = "{chance.choice(("full", "cancelled", "invitation"))}"'


def _sentence(chance: random.Random, least: int, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(least, most)))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
