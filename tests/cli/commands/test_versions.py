"""The versions that an organiser publishes one after another: what a delegate is told of each."""

import json
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from tests.cli.support import Cli

VERSIONS = Path(__file__).parents[2] / "data" / "versions"
NOTHING: frozenset[str] = frozenset()
OF_EIGHT = {
    "Knots that hold", "Splicing rope", "Hitches for beginners", "The bowline", "Lashing poles",
    "Sewing sails", "Whipping ends", "Net mending",
}  # fmt: skip


def choices(cli: Cli, name: str) -> list[dict[str, Any]]:
    return list(json.loads(cli("mine", name, "--format", "json").out)["choices"])


def told(cli: Cli, name: str) -> dict[str, set[str]]:
    """What changed of each choice, by the title that it has now."""
    return {
        one["title"]: {change["change"] for change in one["changes"]} for one in choices(cli, name)
    }


@pytest.fixture(params=["xml", "ics"])
def name(request: pytest.FixtureRequest, cli: Cli, folder: Path) -> str:
    """The first version of the schedule, of which all is chosen."""
    name = f"schedule.{request.param}"
    publish(1, name, folder)
    shown = json.loads(cli("show", name, "--format", "json").out)
    ids = [session["id"] for session in shown["sessions"]]
    assert cli("-p", name, "choose", *ids).code == 0
    assert told(cli, name) == dict.fromkeys(OF_EIGHT, NOTHING)
    return name


def publish(version: int, name: str, folder: Path) -> None:
    copy(VERSIONS / f"rope-{version}{Path(name).suffix}", folder / name)


def test_every_change_is_told_once_and_no_choice_is_lost(cli: Cli, folder: Path, name: str) -> None:
    publish(2, name, folder)
    second = told(cli, name)
    assert second.pop("CANCELLED: Hitches for beginners", {"cancelled", "renamed"}) == {
        "cancelled", "renamed"
    }  # fmt: skip
    assert second.pop("Hitches for beginners", {"cancelled"}) == {"cancelled"}
    nothing = dict.fromkeys(("Sewing sails", "Whipping ends", "Net mending"), NOTHING)
    assert second == {
        "Knots that hold": {"moved"},
        "Splicing steel wire": {"moved", "renamed"},
        "The bowline": {"room"},
        "Lashing poles": {"gone"},
        **nothing,
    }
    assert told(cli, name)["Knots that hold"] == {"moved"}  # until it is seen
    cli("mine", name, "--seen")
    assert not any(told(cli, name).values())
    (lashing,) = (one for one in choices(cli, name) if one["title"] == "Lashing poles")
    assert lashing["successor"] is not None
    assert "Chosen in the place of" in cli("mine", name, "--follow", lashing["session"]).err
    assert not any(told(cli, name).values())

    publish(3, name, folder)
    third = told(cli, name)
    assert len(third) == len(OF_EIGHT)
    assert {title: changes for title, changes in third.items() if changes} == {
        "Splicing steel wire": {"gone"},
        "Whipping ends": {"moved"},
    }
    cli("mine", name, "--seen")
    assert len(told(cli, name)) == len(OF_EIGHT)
    assert not any(told(cli, name).values())


def test_back_to_the_first_version(cli: Cli, folder: Path, name: str) -> None:
    """Nothing is written for a version that was only looked at."""
    publish(3, name, folder)
    assert any(told(cli, name).values())
    publish(1, name, folder)
    assert told(cli, name) == dict.fromkeys(OF_EIGHT, NOTHING)


def test_the_steps_that_a_real_schedule_took(cli: Cli, folder: Path, own_folders: Path) -> None:
    """People in another order, the language of titles changed, then that of room and event."""
    copy(VERSIONS / "weave-1.xml", folder / "weave.xml")
    shown = json.loads(cli("show", "weave.xml", "--format", "json").out)
    people = {session["title"]: session["speakers"] for session in shown["sessions"]}
    assert people["Opening"] == ["Dr. Ina Kok", "Bas Roos"]
    ids = [one["id"] for one in shown["sessions"] if one["title"] != "Coffee Break and Looms"]
    assert cli("-p", "weave.xml", "choose", *ids).code == 0
    copy(VERSIONS / "weave-2.xml", folder / "weave.xml")
    second = told(cli, "weave.xml")
    assert second.pop("Gewinner und Abschluss") == {"renamed"}
    assert len(second) == len(ids) - 1
    assert not any(second.values())
    cli("mine", "weave.xml", "--seen")
    assert not any(told(cli, "weave.xml").values())

    copy(VERSIONS / "weave-3.xml", folder / "weave.xml")
    third = told(cli, "weave.xml")
    stays = ("A band on a small loom", "Spinning marathon", "Evening in the garden")
    assert [third.pop(title) for title in stays] == [NOTHING] * 3
    assert [third.pop(title) for title in ("Welcome", "Winner and Closing")] == [
        {"renamed", "room"}
    ] * 2
    assert len(third) == len(ids) - 5
    assert set(map(frozenset, third.values())) == {frozenset({"room"})}
    cli("mine", "weave.xml", "--seen")
    assert not any(told(cli, "weave.xml").values())
    (kept,) = (own_folders / "tui-planner" / "itineraries").glob("*.toml")
    assert kept.stem == "7th-weaving-day-of-the-north-2019"


def test_a_choice_whose_number_is_of_another_session_now_is_kept_and_offered(
    cli: Cli, folder: Path
) -> None:
    """The title is the same, the time is not, and nobody is named: that may be another one."""

    def calendar(*events: str) -> None:
        listed = "".join(
            f"BEGIN:VEVENT\nUID:{number}\nSUMMARY:{title}\n"
            f"DTSTART:20260509T{start}00Z\nEND:VEVENT\n"
            for number, (title, start) in enumerate((one.split("@") for one in events), 1)
        )
        text = f"BEGIN:VCALENDAR\nX-WR-CALNAME:Bee Day\n{listed}END:VCALENDAR\n"
        (folder / "bees.ics").write_text(text)

    calendar("Wax@0900", "Honey@1000", "Hives@1100")
    cli("-p", "bees.ics", "choose", "2")
    calendar("Wax@0900", "Smoke@1000", "Honey@1200", "Hives@1300")
    (choice,) = choices(cli, "bees.ics")
    assert (choice["title"], choice["changes"][0]["change"]) == ("Honey", "gone")
    assert choice["successor"] == "3"
    mine = cli("mine", "bees.ics")
    assert "Honey – no longer in the programme [2-was-20260509-1000]" in mine.out
    assert "mine --follow 2-was-20260509-1000" in mine.out
    assert cli("mine", "bees.ics", "--follow", "2-was-20260509-1000").code == 0
    (choice,) = choices(cli, "bees.ics")
    assert (choice["session"], choice["changes"][0]["change"]) == ("3", "moved")
