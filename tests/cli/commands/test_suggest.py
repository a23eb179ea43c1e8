"""`suggest`: what it prints, and that only --take changes the file."""

import json
from pathlib import Path

import pytest

from tests.cli.support import TWO_DAYS, Cli, chosen, saved
from tests.helpers import HEAD


def test_it_prints_and_changes_nothing(cli: Cli, own_folders: Path) -> None:
    outcome = cli("suggest", "--like", "digital")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    at = next(index for index, line in enumerate(lines) if line.endswith("[digital-twins]"))
    assert lines[at].startswith("+ 13:45–14:45 ")
    assert 'fills Keuzesessies ronde 2; you like "digital"; clashes with nothing' in lines[at + 1]
    assert "3 to add, 0 to drop. Take it with --take." in outcome.err
    assert not own_folders.exists()


def test_taken_it_is_kept_with_the_likes(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    outcome = cli("suggest", "--like", "digital", "--like", "VNG", "--take")
    assert outcome.code == 0
    assert "Taken." in outcome.err
    assert saved(own_file)["likes"] == ["digital", "VNG"]
    assert chosen(own_file)[0] == "iza-lunch"
    assert "digital-twins" in chosen(own_file)
    assert len(chosen(own_file)) == 4
    again = cli("suggest")
    assert (again.code, again.out) == (0, "")
    assert "Nothing to propose" in again.err


def test_what_is_chosen_is_dropped_only_for_the_whole_day(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch", "--priority", "must")
    cli("choose", "strandwandeling")
    assert "- " not in cli("suggest").out
    outcome = cli("suggest", "--whole-day", "--take")
    assert "\n- ~12:50–(13:45) Strandwandeling" in f"\n{outcome.out}"
    assert "strandwandeling" not in chosen(own_file)
    assert "iza-lunch" in chosen(own_file)


def test_json(cli: Cli) -> None:
    cli("choose", "iza-lunch")
    outcome = cli("suggest", "--like", "digital", "--format", "json")
    document = json.loads(outcome.out)
    keys = ["programme", "scope", "likes", "add", "drop", "left", "open", "unmet_likes"]
    assert list(document) == [*keys, "proven", "taken"]
    assert (document["open"], document["unmet_likes"]) == ([], [])
    assert (document["scope"], document["likes"]) == ("rounds", ["digital"])
    assert (document["proven"], document["taken"]) == (True, False)
    twins = next(one for one in document["add"] if one["session"] == "digital-twins")
    assert list(twins) == ["session", "title", "start", "end", "all_day", "room", "reasons"]
    assert twins["start"] == "2025-02-13T13:45:00+01:00"
    assert twins["reasons"][0] == "fills Keuzesessies ronde 2"
    (meal,) = document["left"]
    told = ["kind", "sessions", "start", "end", "minutes", "message", "reasons", "by_change"]
    assert list(meal) == told
    assert (meal["kind"], meal["sessions"], meal["minutes"]) == ("meal", ["lunch", "iza-lunch"], 15)


def test_a_day_of_several(cli: Cli, folder: Path) -> None:
    (folder / "days.toml").write_text(TWO_DAYS)
    likes = ("--like", "first", "--like", "second")
    lines = cli("suggest", "days.toml", *likes).out.splitlines()
    assert lines[0] == "Sat 29 March 2025: 1 to add, 0 to drop"
    assert lines[1] == "+ 10:00–11:00 First [one]"
    assert lines[3] == "Sun 30 March 2025: 1 to add, 0 to drop"
    assert lines[4] == "+ 10:00–11:00 Second [two]"
    only = cli("suggest", "days.toml", "--day", "2", *likes)
    assert "Sun 30 March 2025: 1 to add, 0 to drop\n+ 10:00–11:00 Second [two]" in only.out
    assert "[one]" not in only.out
    assert cli("suggest", "days.toml", "--day", "3").code == 2


@pytest.mark.parametrize("like", ["", "  ", "a\nb", "\x1b[31m"])
def test_what_is_no_word(cli: Cli, own_folders: Path, like: str) -> None:
    outcome = cli("suggest", "--take", "--like", like)
    assert outcome.code == 2
    assert "--like takes a word" in outcome.err
    assert not own_folders.exists()


def test_where_nothing_is_proposed_it_says_why_by_round(cli: Cli) -> None:
    cli("appointment", "add", "Call", "11:00", "12:40")
    cli("attend", "--until", "13:00")
    outcome = cli("suggest", "--like", "quantum")
    assert (outcome.code, outcome.out) == (0, "")
    _programme, first, *rest = outcome.err.splitlines()
    assert first.startswith("Nothing to propose.")
    assert rest == [
        'No session has "quantum".',
        "Keuzesessies ronde 1: is at the same time as your appointment Call (4).",
        "Keuzesessies ronde 2: you are not there.",
        "Keuzesessies ronde 3: you are not there.",
    ]


def test_the_help_says_what_is_best(cli: Cli) -> None:
    told = " ".join(cli("suggest", "--help").out.split())
    assert "The best day keeps what you must and want to attend, then fills the most rounds" in told


def test_without_rounds_it_says_so(cli: Cli, folder: Path) -> None:
    talk = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "10:00"\nend = "11:00"\n'
    (folder / "talks.toml").write_text(HEAD + talk, encoding="utf-8")
    outcome = cli("suggest", "-p", "talks.toml")
    assert "There are no rounds to choose in" in outcome.err
    assert "Nothing is left open" not in outcome.err
