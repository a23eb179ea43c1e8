"""Where the app opens on the day itself."""

from datetime import date

import pytest

from tests.builders import TWO_DAYS_HEAD, plan_of
from tests.helpers import local, programme_of
from tui_planner.itinerary.on_now import find_day_of, find_opening
from tui_planner.programme.model import Programme

DAY = "2025-02-13"


def opened(programme: Programme, moment: str, *chosen: str) -> str | None:
    thing = find_opening(plan_of(programme, *chosen), local(programme, moment))
    return thing.id if thing else None


@pytest.mark.parametrize(
    ("moment", "chosen", "wanted"),
    [
        ("11:45", ["veiligheid"], "veiligheid"),  # in what is chosen
        ("11:45", [], "nota-ruimte"),  # in a round: its first
        ("11:30", ["veiligheid"], "veiligheid"),  # the start is in it
        ("12:30", ["veiligheid"], "iza-lunch"),  # the end is not
        ("10:30", ["veiligheid"], "plenair"),  # in a block for everyone
        ("11:20", ["veiligheid"], "koffie-1"),
        ("12:40", ["strandwandeling"], "iza-lunch"),  # between: the next to come
        ("13:00", ["strandwandeling"], "strandwandeling"),  # two at once: the chosen one
        ("06:00", ["veiligheid"], "inloop"),  # before it all
        ("00:00", [], "inloop"),
        ("23:59", [], "afsluiting"),  # an open end
    ],
)
def test_on_the_day(hoorn: Programme, moment: str, chosen: list[str], wanted: str) -> None:
    assert opened(hoorn, f"{DAY} {moment}", *chosen) == wanted


@pytest.mark.parametrize("moment", ["2025-02-12 23:59", "2025-02-14 00:00", "2026-02-13 12:00"])
def test_on_another_day(hoorn: Programme, moment: str) -> None:
    assert find_day_of(hoorn, local(hoorn, moment)) is None
    assert opened(hoorn, moment, "veiligheid") is None


TWO_DAYS = f"""\
[[days]]
date = {DAY}
[[days]]
date = 2025-02-14
[[sessions]]
id = "party"
title = "Party"
start = 2025-02-13T23:00:00
end = 2025-02-14T01:00:00
[[sessions]]
id = "breakfast"
title = "Breakfast"
start = 2025-02-14T08:00:00
end = 2025-02-14T09:00:00
"""


@pytest.mark.parametrize(
    ("moment", "day", "wanted"),
    [
        ("2025-02-13 22:00", 13, "party"),
        ("2025-02-13 23:30", 13, "party"),
        ("2025-02-14 00:59", 13, "party"),
        ("2025-02-14 01:00", 14, "breakfast"),
        ("2025-02-14 08:30", 14, "breakfast"),
        ("2025-02-14 09:00", 14, None),
        ("2025-02-15 00:00", None, None),
    ],
)
def test_past_midnight(moment: str, day: int | None, wanted: str | None) -> None:
    programme = programme_of(TWO_DAYS, TWO_DAYS_HEAD)
    assert find_day_of(programme, local(programme, moment)) == (day and date(2025, 2, day))
    assert opened(programme, moment) == wanted


def test_of_two_to_come_at_once_the_chosen_one() -> None:
    body = "".join(
        f'[[sessions]]\nid = "{id_}"\ntitle = "{id_}"\nstart = "10:00"\nend = "11:00"\n'
        for id_ in ("a", "b")
    )
    programme = programme_of(body)
    assert opened(programme, f"{DAY} 09:00", "b") == "b"
    assert opened(programme, f"{DAY} 09:00") == "a"


def test_nothing_at_all() -> None:
    programme = programme_of("")
    assert opened(programme, f"{DAY} 09:00") is None
