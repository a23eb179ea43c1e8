"""The files of a walk, and what others do to them while the app is open."""

import random
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.builders import LARGE_DAYS, all_day, large_event
from tests.helpers import SHIPPED, read_programme
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme


class Files:
    """A programme and an itinerary in a folder of their own.

    Args:
        folder: Where they are.
        name: `hoorn` or `large`.
        chance: What decides how a change changes them.
    """

    def __init__(self, folder: Path, name: str, chance: random.Random) -> None:
        self._chance = chance
        self._text = SHIPPED.read_text("utf-8") if name == "hoorn" else _large_event()
        self.programme = folder / "programme.toml"
        self.itinerary = folder / "itinerary.toml"
        self.programme.write_text(self._text, "utf-8")

    @property
    def changes(self) -> Mapping[str, Callable[[], None]]:
        """What may happen to them, by name."""
        return {
            "programme as it was": lambda: self._write(self._text),
            "programme without some sessions": self._leave_out,
            "programme with other times and states": self._alter,
            "programme with a fault": lambda: self._write(self._text.replace("start", "strat", 3)),
            "programme that is no TOML": lambda: self._write(
                self._text[: len(self._text) // 2] + '"'
            ),
            "programme gone": lambda: self.programme.unlink(missing_ok=True),
            "itinerary changed by another": self._choose_elsewhere,
        }

    def read(self) -> Programme | None:
        """The programme in the file, where it has no fault."""
        return read_programme(str(self.programme)).programme

    def saved(self) -> Itinerary | None:
        """The itinerary in its file; None where there is none yet."""
        if not self.itinerary.exists():
            return None
        id_ = tomllib.loads(self.itinerary.read_text("utf-8"))["programme"]
        return Store(self.itinerary).load(id_)

    def _write(self, text: str) -> None:
        self.programme.write_text(text, "utf-8")

    def _leave_out(self) -> None:
        head, *tables = self._text.split("\n[[sessions]]")
        kept = [table for table in tables if self._chance.random() < 0.8]
        self._write("\n[[sessions]]".join([head, *kept]))

    def _alter(self) -> None:
        words = {'status = "full"': 'status = "open"', "12:45": "12:50", "12:30": "12:35"}
        text = self._text
        for old, new in words.items():
            if self._chance.random() < 0.7:
                text = text.replace(old, new)
        self._write(text)

    def _choose_elsewhere(self) -> None:
        """As `choose` and `drop` on the command line do."""
        known = self.read()
        if known is None or not known.sessions:
            return
        session = self._chance.choice(known.sessions)

        def change(itinerary: Itinerary) -> Itinerary:
            if any(choice.session == session.id for choice in itinerary.choices):
                return itinerary.drop(session.id)
            return itinerary.choose(Choice.of(session, known))

        store = Store(self.itinerary)
        try:
            store.save(change(store.load(known.id)))
        except Exception as error:
            print("elsewhere:", error)


def _large_event() -> str:
    """The large event, with more that is on all day than its band shows at once."""
    fairs = (
        all_day(f"fair-{day}-{number}", f"day = 2025-02-{day}", 'room = "room-1"')
        for day in LARGE_DAYS
        for number in range(9)
    )
    return "\n".join((large_event(), *fairs))
