"""Keeps the machine out of the tests: own folders, no colour settings, no terminal size."""

from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test

from tests.helpers import SHIPPED, read_programme
from tui_planner.programme.model import Programme
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.time_text import use_clock


@pytest.hookimpl(tryfirst=True)  # before those that are not asked for are left out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take what tries many examples, or opens the app, for slow, and put the slow ones first.

    So none of them is left when all else is done.
    """
    for item in items:
        opens_app = "planner" in getattr(item, "fixturenames", ())
        if opens_app or is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker("slow")
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of data and settings that no test shares with a user or another test."""
    data = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TUI_PLANNER_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    use_clock(24)
    return data


@pytest.fixture(scope="session")
def hoorn_reading() -> ReadResult:
    """The shipped programme as it is read."""
    return read_programme(str(SHIPPED))


@pytest.fixture(scope="session")
def hoorn(hoorn_reading: ReadResult) -> Programme:
    """The shipped programme."""
    assert hoorn_reading.programme is not None, hoorn_reading.problems
    return hoorn_reading.programme


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name octets by their argument: a packed file bears the time, which each worker has anew."""
    return argname if isinstance(val, bytes) else None
