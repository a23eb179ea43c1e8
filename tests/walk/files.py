"""The files of a walk, and what others do to them while the app is open."""

import random
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.helpers import SHIPPED, read_programme
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme

_DAYS, _ROOMS, _ROUNDS = (13, 14, 15), 30, 5


def _large() -> str:
    """450 sessions in thirty rooms on three days; some may run on, are full or of no stated end."""
    text = ['[programme]\nid = "large"\ntitle = "Large"\ntimezone = "Europe/Amsterdam"\n']
    text += [f"[[days]]\ndate = 2025-02-{day}\n" for day in _DAYS]
    text += [f'[[rooms]]\nid = "room-{room}"\nname = "Zaal 日 {room}"\n' for room in range(_ROOMS)]
    for day in _DAYS:
        text.append(_block(day, "lunch", "meal", "12:30", "13:45"))
        text += [_session(day, number, room) for room in range(_ROOMS) for number in range(_ROUNDS)]
    return "\n".join(text)


def _block(day: int, name: str, kind: str, start: str, end: str) -> str:
    return (
        f'[[blocks]]\nid = "{name}-{day}"\nday = 2025-02-{day}\nkind = "{kind}"\n'
        f'title = "{name.title()}"\nstart = "{start}"\nend = "{end}"\n'
    )


def _session(day: int, number: int, room: int) -> str:
    hour, minute = 9 + 2 * number, (room * 5) % 60
    odd = ['end = "{}:45"\noverrun = "{}:55"', 'status = "full"', "", 'end = "{}:50"'][room % 4]
    return (
        f'[[sessions]]\nid = "s-{day}-{room}-{number}"\nday = 2025-02-{day}\nroom = "room-{room}"\n'
        f'title = "Session {number} of a day in 日本 and room {room}"\ntrack = "Track {room % 7}"\n'
        f'speakers = ["Speaker {room * number % 40}"]\nstart = "{hour}:{minute:02}"\n'
        + odd.format(hour + 1, hour + 1)
        + "\n"
    )


class Files:
    """A programme and an itinerary in a folder of their own.

    Args:
        folder: Where they are.
        name: `hoorn` or `large`.
        chance: What decides how a change changes them.
    """

    def __init__(self, folder: Path, name: str, chance: random.Random) -> None:
        self._chance = chance
        self._text = SHIPPED.read_text("utf-8") if name == "hoorn" else _large()
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
