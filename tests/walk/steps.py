"""The steps of a walk: what a person does, and what happens to the window and the files."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from . import keys

SIZES = [(80, 24), (120, 40), (200, 50), (160, 50), (100, 30), (60, 20), (40, 15), (99, 25)]
ODD_SIZES = [(39, 14), (20, 6), (1, 1), (300, 12), (41, 60)]
"""Sizes at which a walk begins, and those that it comes by."""

FRAME = 0.016
"""Seconds between two sizes of a window that is dragged."""

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;/?!\"'()éß日"
TEXTS = ["digital", "14:00", "25:99", "track:", "is:open ", "2025-02-13", "\t", "wandeling", "[b]x"]
LEAVING = frozenset({"q", "ctrl+q", "ctrl+c"})
"""The keys by which the app may end."""


@dataclass(frozen=True)
class Sent:
    """Something that the terminal sends: keys, the mouse, a paste."""

    text: str
    told: str


@dataclass(frozen=True)
class Resized:
    """The window takes one size after another, some seconds apart."""

    sizes: Sequence[tuple[int, int]]
    pause: float


@dataclass(frozen=True)
class Changed:
    """A file changes on disk, in a way that `files` knows by name."""

    how: str


@dataclass(frozen=True)
class Suspended:
    """The program is stopped by its key, and continued."""


Step = Sent | Resized | Changed | Suspended


class Steps:
    """Makes one step after the other, by chance.

    Args:
        chance: Where the steps come from: of the same seed, the same steps come.
        size: Columns and rows of the window at first.
        changes: The names of what may happen to files.
    """

    def __init__(
        self, chance: random.Random, size: tuple[int, int], changes: Sequence[str] = ()
    ) -> None:
        self._chance = chance
        self.size = size
        self._changes = changes
        self._keys = [key for key in keys.bound_keys() if key not in LEAVING]
        self._kinds: list[tuple[int, Callable[[], Step]]] = [
            (40, self._key),
            (8, self._some_keys),
            (4, self._letters),
            (2, self._paste),
            (8, self._click),
            (4, self._double_click),
            (4, self._drag),
            (6, self._wheel),
            (3, self._move),
            (3, self._resize),
            (3, self._drag_the_window),
            (2, self._shake_the_window),
            (2, self._leave_a_screen),
            (3 if changes else 0, self._change),
            (1, self._suspend),
        ]

    def next(self) -> Step:
        """The next step."""
        weights, kinds = zip(*self._kinds, strict=True)
        step: Step = self._chance.choices(kinds, weights)[0]()
        if isinstance(step, Resized):
            self.size = step.sizes[-1]
        return step

    def _key(self) -> Sent:
        key = self._chance.choice(self._keys)
        return Sent(keys.typed(key), key)

    def _some_keys(self) -> Sent:
        """Keys faster than anything is dealt with, or one that is held down."""
        several = [self._chance.choice(self._keys) for _ in range(self._chance.randint(2, 6))]
        if self._chance.random() < 0.3:
            several = several[:1] * self._chance.randint(2, 12)
        return Sent("".join(map(keys.typed, several)), " ".join(several))

    def _letters(self) -> Sent:
        """Letters at once, as of somebody who thinks that a line is open."""
        text = "".join(self._chance.choices(LETTERS.replace("q", ""), k=self._chance.randint(1, 8)))
        return Sent(text, f"letters {text!r}")

    def _paste(self) -> Sent:
        text = self._chance.choice([*TEXTS, "\n".join(TEXTS), "x" * 3000, "\x1b[31m", "q"])
        return Sent(keys.pasted(text), f"paste {text[:20]!r}")

    def _cell(self) -> tuple[int, int]:
        columns, rows = self.size
        return self._chance.randrange(columns), self._chance.randrange(rows)

    def _click(self) -> Sent:
        cell, button = self._cell(), self._chance.choice([0, 0, 0, 0, 1, 2])
        return Sent(keys.click(*cell, button), f"click {cell} {button}")

    def _double_click(self) -> Sent:
        cell, times = self._cell(), self._chance.choice([2, 2, 2, 3, 4])
        return Sent(keys.click(*cell) * times, f"click {cell} x{times}")

    def _drag(self) -> Sent:
        cells = [self._cell() for _ in range(self._chance.randint(2, 5))]
        if self._chance.random() < 0.3:  # along a scrollbar
            column = self._chance.choice([self.size[0] - 1, cells[0][0]])
            cells = [(column, y) for _x, y in cells]
        return Sent(keys.drag(cells), f"drag {cells}")

    def _wheel(self) -> Sent:
        cell, times = self._cell(), self._chance.randint(1, 5)
        button = self._chance.choice([keys.WHEEL_UP, keys.WHEEL_DOWN])
        button += self._chance.choice([0, 0, 0, 4, 16])  # with shift or ctrl
        return Sent(keys.mouse(button, *cell) * times, f"wheel {button} {cell} x{times}")

    def _move(self) -> Sent:
        cell = self._cell()
        focus = self._chance.choice(["", "", "\x1b[O\x1b[I"])
        return Sent(focus + keys.mouse(keys.MOVE, *cell), f"move {cell}")

    def _resize(self) -> Resized:
        return Resized([self._chance.choice([*SIZES, *SIZES, *ODD_SIZES])], 0)

    def _drag_the_window(self) -> Resized:
        """An edge or a corner dragged, cell by cell."""
        (columns, rows), steps = self.size, self._chance.randint(3, 40)
        across, down = self._chance.choice([(1, 0), (-1, 0), (0, 1), (0, -1), (2, 1), (-2, -1)])
        sizes = [
            (_within(columns + across * n, 300), _within(rows + down * n, 80))
            for n in range(1, steps)
        ]
        return Resized(sizes, FRAME)

    def _shake_the_window(self) -> Resized:
        """Sizes faster than any is drawn, that may end where they began."""
        sizes = [
            self._chance.choice([*SIZES, *ODD_SIZES]) for _ in range(self._chance.randint(1, 4))
        ]
        return Resized([*sizes, self._chance.choice([self.size, *SIZES])], 0)

    def _leave_a_screen(self) -> Sent:
        """Out of whatever is open: else a walk stays in lists and forms."""
        times = self._chance.randint(1, 3)
        return Sent("\x1b" * times, f"escape x{times}")

    def _change(self) -> Changed:
        return Changed(self._chance.choice(self._changes))

    def _suspend(self) -> Suspended:
        return Suspended()


def _within(number: int, most: int) -> int:
    return min(max(number, 1), most)
