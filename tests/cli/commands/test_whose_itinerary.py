"""Whose itinerary a file has: that of its event and year, whatever the file is called."""

from pathlib import Path
from shutil import copy, copytree
from threading import Thread

import pytest

from tests.cli.support import Cli, chosen, process
from tests.exchange.importing.support import event, xml

IMPORTS = Path(__file__).parents[2] / "data" / "imports"


def kept(own_folders: Path) -> dict[str, list[str]]:
    """The ids that are chosen, by the name of the file that holds them."""
    folder = own_folders / "tui-planner" / "itineraries"
    return {path.stem: chosen(path) for path in sorted(folder.glob("*.toml"))}


def keep(own_folders: Path, name: str, *choices: tuple[str, str, str], more: str = "") -> None:
    """Keep an itinerary as an earlier version did: of ids, titles and starts."""
    folder = own_folders / "tui-planner" / "itineraries"
    folder.mkdir(parents=True, exist_ok=True)
    tables = "".join(
        f'[[choices]]\nsession = "{id_}"\ntitle = "{title}"\nstart = {start}\n'
        f'status = "open"\n{more}'
        for id_, title, start in choices
    )
    path = folder / f"{name}.toml"
    path.write_text(f'format = 1\nprogramme = "{name}"\n{tables}')


def calendar(*events: tuple[str, str, str], head: str = "") -> str:
    listed = "".join(
        f"BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{title}\nDTSTART:{start}Z\nEND:VEVENT\n"
        for uid, title, start in events
    )
    return f"BEGIN:VCALENDAR\n{head}{listed}END:VCALENDAR\n"


RUST = ("1", "Rust in orbit", "20260508T100000")
BIKES = ("2", "Python on bikes", "20260508T110000")
SOUP = ("3", "Soup for all", "20260508T120000")


def test_two_nameless_schedules_share_nothing(cli: Cli, folder: Path, own_folders: Path) -> None:
    for name in ("03-a", "03-b"):
        copytree(IMPORTS / name, folder / name)
    assert cli("-p", "03-a/schedule.ics", "choose", "1", "2").code == 0
    before = kept(own_folders)
    assert "0 chosen" in cli("mine", "03-b/schedule.ics").err
    assert kept(own_folders) == before
    assert cli("-p", "03-b/schedule.ics", "choose", "1", "3").code == 0
    assert sorted(kept(own_folders).values()) == [["1", "2"], ["1", "3"]]
    for name, titles in (("a", ["Rust", "Python"]), ("b", ["Bee keeping", "Honey"])):
        mine = cli("mine", f"03-{name}/schedule.ics")
        assert "2 chosen" in mine.err
        assert all(f"✓ {title}" in mine.out for title in titles)
        assert "moved" not in mine.out


def test_runs_that_share_a_guid(cli: Cli, folder: Path) -> None:
    for version in ("v1", "v2"):
        copy(IMPORTS / f"04-same-guid-{version}.xml", folder)
    assert cli("import", "04-same-guid-v1.xml", "-o", "p.toml").code == 0
    agenda = cli("show", "p.toml", "--format", "agenda").out
    (line,) = (line for line in agenda.splitlines() if "14:00" in line)
    assert cli("-p", "p.toml", "choose", line.split("[")[1].split("]")[0]).code == 0
    assert cli("import", "04-same-guid-v2.xml", "-o", "p.toml").code == 0
    mine = cli("mine", "p.toml")
    assert "14:00–14:30     ✓ Soldering" in mine.out
    assert "changed" not in mine.err
    assert "moved" not in mine.out


@pytest.mark.parametrize("name", ["f6b7", "f6b7-2"])
def test_what_was_chosen_of_runs_by_their_order(
    cli: Cli, folder: Path, own_folders: Path, name: str
) -> None:
    """The ids of an earlier version of this program, and its name of the itinerary."""
    copy(IMPORTS / "04-same-guid-v2.xml", folder)
    hour = {"f6b7": "10", "f6b7-2": "14"}[name]
    more = f'end = 2026-05-08T{hour}:30:00\nroom = "hall"\n'
    keep(own_folders, "dup", (name, "Soldering", f"2026-05-08T{hour}:00:00"), more=more)
    mine = cli("mine", "04-same-guid-v2.xml")
    assert f"{hour}:00–{hour}:30     " in mine.out
    assert "1 chosen" in mine.err
    assert "moved" not in mine.out
    assert "no longer" not in mine.out


@pytest.mark.parametrize("name", ["schedule.ics", "other/a-copy (1).ics"])
@pytest.mark.parametrize(
    "second",
    [
        [("1", "Rust in orbit", "20260508T133000"), SOUP],  # one moved, one away, one more
        [
            ("1", "Opening", "20260508T090000"),
            ("2", *RUST[1:]),
            ("3", *BIKES[1:]),
            ("4", *SOUP[1:]),
        ],
        [BIKES, ("3", "Tea", "20260508T150000"), ("4", "Cake", "20260508T160000")],
    ],
)
def test_a_new_version_of_a_nameless_schedule_finds_its_itinerary(
    cli: Cli, folder: Path, own_folders: Path, second: list[tuple[str, str, str]], name: str
) -> None:
    (folder / "schedule.ics").write_text(calendar(RUST, BIKES))
    assert cli("-p", "schedule.ics", "choose", "1").code == 0
    (folder / "other").mkdir()
    (folder / name).write_text(calendar(*second))
    mine = cli("mine", name)
    assert "1 chosen" in mine.err
    assert "Rust in orbit" in mine.out
    assert cli("-p", name, "choose", "3").code == 0
    assert len(kept(own_folders)) == 1


@pytest.mark.parametrize(
    "head",
    ["", "X-WR-CALNAME:Calendar\n", "X-WR-CALNAME:Conference schedule (v2)\n", "NAME:Rooster\n"],
)
def test_a_name_that_says_nothing_is_none(
    cli: Cli, folder: Path, own_folders: Path, head: str
) -> None:
    (folder / "programme.ics").write_text(calendar(RUST, BIKES, head=head))
    cli("-p", "programme.ics", "choose", "1")
    (folder / "programme.ics").write_text(
        calendar(("1", "Bees", "20260508T090000"), ("2", "Wax", "20260508T100000"), head=head)
    )
    assert "0 chosen" in cli("mine", "programme.ics").err
    cli("-p", "programme.ics", "choose", "2")
    assert sorted(kept(own_folders).values()) == [["1"], ["2"]]


BEES = "X-WR-CALNAME:Bee Day\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [("", BEES), (BEES, ""), (BEES, "X-WR-CALNAME:Imkertag 2026\n"), (BEES, "NAME:Rooster v2\n")],
)
def test_an_event_gains_loses_or_changes_its_name(
    cli: Cli, folder: Path, own_folders: Path, before: str, after: str
) -> None:
    (folder / "bees.ics").write_text(calendar(RUST, BIKES, SOUP, head=before))
    cli("-p", "bees.ics", "choose", "1")
    moved = ("2", "Python on bikes", "20260508T150000")
    (folder / "bees.ics").write_text(calendar(RUST, moved, SOUP, head=after))
    assert "1 chosen" in cli("mine", "bees.ics").err
    cli("-p", "bees.ics", "choose", "3")
    assert [sorted(ids) for ids in kept(own_folders).values()] == [["1", "3"]]


def test_events_that_share_their_lunch_share_no_itinerary(
    cli: Cli, folder: Path, own_folders: Path
) -> None:
    (folder / "bees.ics").write_text(calendar(RUST, SOUP, head=BEES))
    cli("-p", "bees.ics", "choose", "3")
    wax = ("7", "Wax", "20260508T090000")
    (folder / "wax.ics").write_text(calendar(wax, SOUP, head="X-WR-CALNAME:Wax Day\n"))
    assert "0 chosen" in cli("mine", "wax.ics").err
    cli("-p", "wax.ics", "choose", "7")
    assert sorted(kept(own_folders).values()) == [["3"], ["7"]]


def test_two_years_of_one_event_share_nothing(cli: Cli, folder: Path, own_folders: Path) -> None:
    for year in ("2025", "2026"):
        day = {"date": f"{year}-02-13", "index": "1"}
        data = xml({"Hall": [event("one"), event("two", "11:00")]}, day=day, acronym="rope")
        (folder / f"{year}.xml").write_bytes(data)
    cli("-p", "2025.xml", "choose", "one")
    assert "0 chosen" in cli("mine", "2026.xml").err
    cli("-p", "2026.xml", "choose", "two")
    assert kept(own_folders) == {"rope-2025": ["one"], "rope-2026": ["two"]}


def test_as_it_is_published_and_as_it_was_imported(cli: Cli, folder: Path) -> None:
    data = xml({"Hall": [event("one"), event("two", "11:00")]}, acronym="rope")
    (folder / "rope.xml").write_bytes(data)
    cli("import", "rope.xml", "-o", "rope.toml")
    cli("-p", "rope.toml", "choose", "one")
    assert "1 chosen" in cli("mine", "rope.xml").err


def test_an_itinerary_under_a_former_name_is_taken(
    cli: Cli, folder: Path, own_folders: Path
) -> None:
    data = xml({"Hall": [event("one"), event("two", "11:00")]}, acronym="rope")
    (folder / "rope.xml").write_bytes(data)
    (folder / "schedule.ics").write_text(calendar(RUST, BIKES))
    keep(own_folders, "rope", ("one", "Talk one", "2025-02-13T10:00:00"))
    keep(own_folders, "schedule", ("1", "Rust in orbit", "2026-05-08T10:00:00"))
    for name in ("rope.xml", "schedule.ics"):
        assert "1 chosen" in cli("mine", name).err
        assert cli("-p", name, "choose", {"rope.xml": "two", "schedule.ics": "2"}[name]).code == 0
    assert kept(own_folders) == {"rope": ["one", "two"], "schedule": ["1", "2"]}
    assert cli("mine", "rope.xml", "--history").code == 0
    assert cli("mine", "rope.xml", "--restore", "1").code == 0  # what was before, of before
    assert kept(own_folders)["rope"] == ["one"]


def test_an_itinerary_of_another_event_under_a_former_name_is_left_alone(
    cli: Cli, folder: Path, own_folders: Path
) -> None:
    data = xml({"Hall": [event("one"), event("two", "11:00")]}, acronym="rope")
    (folder / "rope.xml").write_bytes(data)
    (folder / "schedule.ics").write_text(calendar(RUST, BIKES))
    keep(own_folders, "rope", ("one", "Talk one", "2024-02-15T10:00:00"))  # a year before
    keep(own_folders, "schedule", ("1", "Bees", "2026-05-08T11:00:00"))
    before = kept(own_folders)
    for name in ("rope.xml", "schedule.ics"):
        assert "0 chosen" in cli("mine", name).err
        shown = cli("-p", name, "choose", {"rope.xml": "two", "schedule.ics": "2"}[name])
        assert shown.code == 0
    after = kept(own_folders)
    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 2


def test_a_broken_itinerary_under_a_former_name_is_left_alone(
    cli: Cli, folder: Path, own_folders: Path
) -> None:
    (folder / "schedule.ics").write_text(calendar(RUST, BIKES))
    keep(own_folders, "schedule")
    broken = own_folders / "tui-planner" / "itineraries" / "schedule.toml"
    broken.write_bytes(b"= \xff")
    assert cli("-p", "schedule.ics", "choose", "1").code == 0
    assert broken.read_bytes() == b"= \xff"
    assert "1 chosen" in cli("mine", "schedule.ics").err


def test_a_file_named_for_the_itinerary_of_an_earlier_version(cli: Cli, folder: Path) -> None:
    (folder / "schedule.ics").write_text(calendar(RUST, BIKES))
    cli("-p", "schedule.ics", "choose", "2", "--itinerary", "own.toml")
    (folder / "schedule.ics").write_text(calendar(BIKES, SOUP))
    assert "1 chosen" in cli("mine", "schedule.ics", "--itinerary", "own.toml").err
    (folder / "schedule.ics").write_text(calendar(("2", "Bees", "20260910T100000")))
    other = cli("mine", "schedule.ics", "--itinerary", "own.toml")
    assert other.code == 2
    assert "belongs to the programme" in other.err


def test_a_colleague_who_has_another_version(cli: Cli, folder: Path) -> None:
    """Of a schedule without a name, in which the numbers of the rows have moved on since."""
    (folder / "schedule.ics").write_text(calendar(RUST, BIKES))
    cli("-p", "schedule.ics", "choose", "2")
    assert cli("-p", "schedule.ics", "share", "ann.toml", "--name", "Ann").code == 0
    cli("-p", "schedule.ics", "drop", "2")
    (folder / "own").mkdir()
    newer = [("1", "Opening", "20260508T090000"), ("2", *RUST[1:]), ("3", *BIKES[1:])]
    (folder / "own" / "newer.ics").write_text(calendar(*newer))
    file = ("--itinerary", "own/bo.toml")
    assert cli("-p", "own/newer.ics", "choose", "3", *file).code == 0
    merged = cli("-p", "own/newer.ics", "merge", "ann.toml", *file)
    assert merged.code == 0
    assert chosen(folder / "own" / "bo.toml") == ["3"]
    assert 'sessions = [\n    "3",\n]' in (folder / "own" / "bo.toml").read_text()


@pytest.mark.slow
def test_two_versions_in_two_programs_at_once(folder: Path, own_folders: Path) -> None:
    """Both write into the file that the first one made, and nothing is lost."""
    events = [(str(n), f"Talk {n}", f"20260508T{n:02}0000") for n in range(8, 20)]
    (folder / "one.ics").write_text(calendar(*events))
    (folder / "two.ics").write_text(calendar(*events[:-1]))
    assert process("-p", "one.ics", "choose", "8").code == 0
    runs = [
        Thread(target=process, args=("-p", name, "choose", str(n)))
        for n in range(9, 15)
        for name in [("one.ics", "two.ics")[n % 2]]
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    ((ids),) = kept(own_folders).values()
    assert sorted(map(int, ids)) == list(range(8, 15))
