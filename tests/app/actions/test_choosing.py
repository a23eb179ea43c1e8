"""Choosing and dropping, what is said of it, and taking it back."""

import re
from pathlib import Path

import pytest

from tests.app.conftest import MakePlanner
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme

NARROW, WIDE = (80, 24), (120, 40)


@pytest.mark.parametrize("size", [NARROW, WIDE, (200, 50), (40, 15)])
async def test_lunch_and_beach_walk_are_chosen_with_few_keys_and_clash(
    planner: MakePlanner, size: tuple[int, int]
) -> None:
    app = planner()
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "space")
        assert app.saved == ["iza-lunch"]
        await pilot.press("right", "right", "right", "space")
        assert app.saved == ["iza-lunch", "strandwandeling"]
        assert re.search("12:50–13:30[:,] 40 minutes", " ".join(app.status.split()))
        assert "1 keep Strand" in app.status
        assert "2 keep Actual" in app.status


async def test_space_drops_what_is_chosen(planner: MakePlanner) -> None:
    app = planner("nota-ruimte")
    async with app.run_test(size=NARROW) as pilot:
        assert "✓ Nota Ruimte" in app.grid_text
        await pilot.press("space")
        assert app.saved == []
        assert "✓" not in app.grid_text
        assert "Dropped: Nota Ruimte" in app.status


@pytest.mark.parametrize(
    ("key", "kept"), [("1", "strandwandeling"), ("2", "iza-lunch"), ("escape", None)]
)
async def test_a_clash_has_ways_out_by_one_key(
    planner: MakePlanner, key: str, kept: str | None
) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("space", key)
        both = ["iza-lunch", "strandwandeling"]
        assert app.saved == ([kept] if kept else both)
        assert ("1 clash" in app.header) is (kept is None)
        assert "keep" not in app.status


async def test_several_clashes_are_told_one_after_the_other(planner: MakePlanner) -> None:
    app = planner("iza-lunch", "verhaal-van-hoorn")
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("space")
        assert "And 1 more" in app.status
        await pilot.press("1")
        assert "iza-lunch" not in app.saved
        assert "Strandwandeling" in app.status
        assert "Het verhaal van Hoorn" in app.status


async def test_a_full_session_is_chosen_only_knowingly(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("wandeling-gouden-erfgoed")
        await pilot.press("space")
        assert "is full" in app.status
        await pilot.press("escape")
        assert app.saved == []
        await pilot.press("space", "space")
        assert app.saved == []
        await pilot.press("y")
        assert app.saved == ["wandeling-gouden-erfgoed"]


async def test_a_block_for_everyone_cannot_be_chosen(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("g", "space")
        assert app.cursor == "inloop"
        assert "for everyone" in app.status
        assert app.saved == []


async def test_undo_and_redo(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("space", "right", "space", "u")
        assert app.saved == ["nota-ruimte"]
        await pilot.press("u")
        assert app.saved == []
        await pilot.press("u")
        assert "nothing to undo" in app.status
        await pilot.press("ctrl+r", "ctrl+r")
        assert app.saved == ["nota-ruimte", "slim-met-stroom"]
        await pilot.press("ctrl+r")
        assert "nothing to redo" in app.status


async def test_a_way_out_is_undone_too(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("space", "1", "u")
        assert app.saved == ["iza-lunch", "strandwandeling"]


async def test_n_and_N_go_round_the_clashes(planner: MakePlanner) -> None:  # noqa: N802
    app = planner("iza-lunch", "strandwandeling", "nota-ruimte", "slim-met-stroom")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n")
        first = app.cursor
        assert "60 minutes" in app.status
        await pilot.press("n")
        assert app.cursor == "strandwandeling"
        assert "40 minutes" in app.status
        await pilot.press("n")
        assert app.cursor == first
        await pilot.press("N")
        assert app.cursor == "strandwandeling"


async def test_without_clashes_n_says_so(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("n")
        assert "Nothing clashes" in app.status


async def test_a_squeezed_lunch_is_said(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("down", "space")
        assert "at most 15 in one stretch" in " ".join(app.status.split())


async def test_a_disk_that_fails_is_said_and_nothing_is_lost(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        with monkeypatch.context() as full_disk:
            full_disk.setattr("os.fsync", fail)
            await pilot.press("space")
            assert "No space left on device" in " ".join(app.status.split())
            assert "✓ Nota Ruimte" in app.grid_text
        await pilot.press("right", "space")
        assert app.saved == ["nota-ruimte", "slim-met-stroom"]


async def test_an_itinerary_that_was_set_aside_is_said(
    planner: MakePlanner, tmp_path: Path
) -> None:
    app = planner()
    app._notice = f"It was set aside as {tmp_path / 'aside.toml'}."
    async with app.run_test(size=WIDE):
        assert "set aside as" in app.status


async def test_a_way_out_can_be_clicked(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("space")
        y, line = next(
            (y, line) for y, line in enumerate(app.status.splitlines()) if "2 keep" in line
        )
        await pilot.click("#status", offset=(line.index("2 keep") + 4, y))
        await pilot.pause()
        assert app.saved == ["iza-lunch"]


async def test_y_is_no_answer_to_a_clash_and_1_none_to_a_full_session(
    planner: MakePlanner,
) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("space", "y")
        assert app.saved == ["iza-lunch", "strandwandeling"]
        app.planner.go_to("wandeling-gouden-erfgoed")
        await pilot.press("space", "1")
        assert app.saved == ["iza-lunch", "strandwandeling"]


async def test_leaving_tries_once_more_to_keep_what_could_not_be_kept(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        with monkeypatch.context() as full_disk:
            full_disk.setattr("os.fsync", fail)
            await pilot.press("space")
        assert app.saved == []
        await pilot.press("q")
    assert app.saved == ["nota-ruimte"]
    assert app.parting_words == []


async def test_the_first_choice_of_all_is_taken_back_after_a_restart(
    planner: MakePlanner, hoorn: Programme
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("space")
    again = planner(itinerary=Store(app.file).load(hoorn.id))
    async with again.run_test(size=NARROW) as pilot:
        assert again.planner.editor.now.chosen == {"nota-ruimte"}
        await pilot.press("u")
        assert "Nota Ruimte en ruimtelijk" in again.status
        assert "is not chosen now" in " ".join(again.status.split())
        assert again.saved == []
        await pilot.press("u")
        assert "There is nothing to undo." in again.status
        await pilot.press("ctrl+r")
        assert again.saved == ["nota-ruimte"]
