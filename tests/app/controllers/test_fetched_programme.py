"""The programme comes from an address: fetched again by a key, and every so often on its days."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import LONG_AFTER, MakePlanner, Planner, until
from tests.exchange.fetching.site import Asked, Site, status
from tests.exchange.importing.support import event, xml
from tests.helpers import soon
from tui_planner.app.controllers import live_reload
from tui_planner.cli.loading.load_programme import fetch_programme
from tui_planner.exchange.fetching.kept_copies import find_copy_folder

SCHEDULE = xml({"Hall": [event("one"), event("two", "11:00")]})
MOVED = xml({"Hall": [event("one", "11:15"), event("two", "11:00")]})
ON_THE_DAY = datetime(2025, 2, 13, 9, 30, tzinfo=UTC)
WIDE = (140, 45)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.delenv("TUI_PLANNER_OFFLINE", raising=False)
    with Site().running() as running:
        running.serve(SCHEDULE, ETag='"1"')
        yield running


MakeFetched = Callable[..., Planner]


@pytest.fixture
def fetched(site: Site, tmp_path: Path) -> MakeFetched:
    """Makes a planner on what the site has, in which both talks are chosen."""

    def make(now: datetime = LONG_AFTER) -> Planner:
        reading, _told = fetch_programme(site.url())
        fetch = partial(fetch_programme, site.url())
        return Planner(reading, tmp_path / "own.toml", ("one", "two"), now, fetch=fetch)

    return make


async def refreshed(app: Planner, pilot: Pilot[Any]) -> None:
    """Press the key, and wait for what comes of it."""
    await pilot.press("R")
    await until(pilot, lambda: "Fetching" not in app.status)


async def test_a_key_fetches_what_is_new_and_tells_of_the_choices(
    fetched: MakeFetched, site: Site
) -> None:
    app = fetched()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.3)
        site.serve(MOVED, ETag='"2"')
        await refreshed(app, pilot)
        assert "1 of your choices has changed in the programme. c shows what." in app.status
        await pilot.press("c")
        assert "moved: 11:15–12:00, was 10:00–10:45" in app.status
        assert "at the same time" in app.status
        assert app.planner.editor.now.chosen == {"one", "two"}


async def test_where_nothing_has_changed_the_key_says_so(fetched: MakeFetched) -> None:
    app = fetched()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.3)
        await refreshed(app, pilot)
        assert "Nothing has changed in the programme." in app.status


async def test_without_a_network_the_copy_stays_on_the_screen(
    fetched: MakeFetched, site: Site
) -> None:
    app = fetched()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.3)
        before = app.grid_text
        site.close()
        await refreshed(app, pilot)
        assert "refuses the connection. The copy of less than a minute ago is shown." in app.status
        assert app.grid_text == before
        assert "old programme" not in app.header


async def test_what_is_no_schedule_any_more_stays_off_the_screen(
    fetched: MakeFetched, site: Site
) -> None:
    app = fetched()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.3)
        before = app.grid_text
        for path in find_copy_folder().iterdir():
            path.unlink()
        site.serve(b"<!doctype html><html>")
        await refreshed(app, pilot)
        assert "is a page of HTML" in app.status
        assert app.grid_text == before


@pytest.mark.slow
async def test_one_may_leave_while_it_is_fetched(fetched: MakeFetched, site: Site) -> None:
    app, asked = fetched(), threading.Event()

    def answer(question: Asked) -> None:
        asked.set()
        question.wait()

    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.3)
        site.answers["/schedule.xml"] = answer
        await pilot.press("R")
        assert f"Fetching {site.url()}" in app.status
        await until(pilot, asked.is_set)
        await pilot.press("R")  # it is on its way
        with soon():
            await pilot.press("q")
    assert [path for path, _headers in site.asked].count("/schedule.xml") == 2


async def test_on_its_days_it_is_fetched_every_so_often(
    fetched: MakeFetched, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_reload, "_REFRESH", 0.05)
    app = fetched(ON_THE_DAY)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: len(site.asked) > 3)
        assert "changed" not in app.status
        site.serve(MOVED, ETag='"2"')
        await until(pilot, lambda: "1 of your choices has changed" in app.status)


async def test_on_other_days_it_is_not(
    fetched: MakeFetched, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_reload, "_REFRESH", 0.01)
    app = fetched()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.5)
    assert len(site.asked) == 1


async def test_what_goes_wrong_by_itself_is_told_once(
    fetched: MakeFetched, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_reload, "_REFRESH", 0.05)
    app = fetched(ON_THE_DAY)
    async with app.run_test(size=WIDE) as pilot:
        site.answers["/schedule.xml"] = status(503)
        await until(pilot, lambda: "(503)" in app.status)
        await pilot.press("escape")
        asked = len(site.asked)
        await until(pilot, lambda: len(site.asked) > asked + 3)
        assert "(503)" not in app.status


async def test_of_a_file_the_key_says_that_it_is_followed(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("R")
        assert "This programme is a file" in app.status
