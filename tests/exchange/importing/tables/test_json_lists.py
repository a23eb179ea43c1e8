"""Lists of sessions in JSON, as the sources of static sites have them."""

import json
from typing import Any

import pytest

from tests.exchange.importing.support import clock, imported, programme
from tui_planner.exchange.importing import json_document
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_schedule import import_schedule
from tui_planner.exchange.importing.json_document import load_json

ONE = {
    "id": "bread",
    "title": "Bread",
    "start": "2026-05-09T10:00",
    "end": "2026-05-09T10:45",
    "room": {"name": "Hall"},
    "speakers": [{"name": "Vos, Ann"}, {"name": "Bob Bakker"}],
}
SHORT = {"Titel": "Brood", "Van": "10:00", "Tot": "10:45", "Zaal": "Hal", "Sprekers": ["Ann Vos"]}


@pytest.mark.parametrize(
    "document",
    [
        [ONE],
        {"sessions": [ONE]},
        {"talks": [ONE]},
        {"schedule": [ONE]},
        {"title": "Day", "events": [ONE]},
    ],
)
def test_a_list_at_the_top_or_under_a_key(document: Any) -> None:
    made = programme(json.dumps(document).encode())
    (one,) = made.sessions
    assert (one.id, one.title) == ("bread", "Bread")
    assert clock(one.timing.start, made) == "2026-05-09 10:00"
    assert one.speakers == ("Vos, Ann", "Bob Bakker")
    assert [room.name for room in made.rooms] == ["Hall"]


@pytest.mark.parametrize(
    "document",
    [
        {"2026-05-09": [SHORT]},
        {"schedule": {"2026-05-09": [SHORT]}},
        {"days": [{"date": "2026-05-09", "sessions": [SHORT]}]},
        [{"date": "9 mei 2026", "slots": [{"start": "9:00", "sessions": [SHORT]}]}],
    ],
)
def test_sessions_below_their_day(document: Any) -> None:
    made = programme(json.dumps(document).encode())
    (one,) = made.sessions
    assert (one.title, one.speakers) == ("Brood", ("Ann Vos",))
    assert clock(one.timing.start, made) == "2026-05-09 10:00"


def test_one_on_each_line() -> None:
    lines = "\n".join(json.dumps(ONE | {"id": id_, "title": id_}) for id_ in ("a", "b"))
    assert [one.id for one in programme(lines.encode()).sessions] == ["a", "b"]


def test_what_is_json_by_lines_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def load(text: str, *, strict: bool = True) -> tuple[Any, str]:
        parsed.append(text)
        return load_json(text, strict=strict)

    monkeypatch.setattr(json_document, "load_json", load)
    lines = [json.dumps(ONE | {"id": id_}) for id_ in ("a", "b")]
    assert len(programme("\n".join(lines).encode()).sessions) == 2
    assert [parsed.count(line) for line in lines] == [1, 1]


def test_keys_that_the_user_names() -> None:
    data = json.dumps([{"kop": "Brood", "aanloop": "2026-05-09 10:00"}]).encode()
    with pytest.raises(NoScheduleError, match="--columns title=kop,start=aanloop"):
        imported(data)
    made = import_schedule(data, "x.json", columns={"title": "kop", "start": "aanloop"})
    assert [one.title for one in programme(made).sessions] == ["Brood"]
