"""A programme to schedule.xml or schedule.json and back: all that they can hold comes back."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings

from tests.exchange.any_programmes import any_programmes
from tests.exchange.coming_back import held_by_ics, held_by_schedule, imported_from
from tui_planner.exchange.exporting.schedule.schedule_json import make_schedule_json
from tui_planner.exchange.exporting.schedule.schedule_xml import make_schedule_xml
from tui_planner.programme.model import Programme, Thing

FORMATS = {"day.xml": make_schedule_xml, "day.json": make_schedule_json}
both = pytest.mark.parametrize(("name", "made"), FORMATS.items(), ids=FORMATS)
Maker = Callable[[Programme], str]


def come_back(programme: Programme, name: str, made: Maker) -> Programme:
    return imported_from(made(programme).encode(), name)


def by_guid(programme: Programme) -> dict[str, Thing]:
    """What came back by its ids, which are guids now."""
    held = held_by_schedule(programme)
    return dict(zip(held_by_ics(programme), held.values(), strict=True))


@both
@given(programme=any_programmes())
@settings(deadline=None)
def test_any_programme_comes_back(programme: Programme, name: str, made: Maker) -> None:
    assume(held_by_schedule(programme))  # a schedule without a session is refused
    after = come_back(programme, name, made)
    assert by_guid(after) == held_by_schedule(programme)
    for key in ("title", "zone", "version"):
        assert getattr(after, key) == getattr(programme, key), key
    if name == "day.json":
        assert after.description == programme.description
    assert [day.date for day in after.days] == [day.date for day in programme.days]


@both
def test_the_shipped_programme_comes_back(hoorn: Programme, name: str, made: Maker) -> None:
    assert by_guid(come_back(hoorn, name, made)) == held_by_schedule(hoorn)


@both
@given(programme=any_programmes())
@settings(deadline=None, max_examples=30)
def test_identities_stay_on_the_second_journey(
    programme: Programme, name: str, made: Maker
) -> None:
    assume(held_by_schedule(programme))
    once = come_back(programme, name, made)
    assert set(by_guid(come_back(once, name, made))) == set(by_guid(once))
