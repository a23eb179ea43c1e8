"""`share` and `merge`: choices taken to a colleague, and theirs taken in."""

import os
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
import tomli
import tomli_w

from tests.cli.support import TWO_DAYS, Cli, process, saved
from tests.helpers import SHIPPED
from tui_planner.itinerary.storage.codec import parse_content

PROGRAMME = "bnd-g40-hoorn-2025"
THEIRS = ("veiligheid", "iza-lunch", "digital-twins")


@pytest.fixture
def shared(cli: Cli, folder: Path) -> Path:
    """What a colleague shared."""
    cli("choose", *THEIRS, "--itinerary", "theirs.toml")
    cli("share", "collega.toml", "--name", "Collega", "--itinerary", "theirs.toml")
    return folder / "collega.toml"


def with_everything(cli: Cli) -> None:
    cli("choose", "iza-lunch", "--priority", "must")
    cli("note", "iza-lunch", "private")
    cli("appointment", "add", "private", "14:00", "14:30")
    cli("attend", "--from", "10:11")


def test_what_is_shared_and_what_is_not(cli: Cli, folder: Path, own_file: Path) -> None:
    with_everything(cli)
    data = saved(own_file)
    data["choices"][0].update(join="13:00", leave="13:20", mood="private")
    own_file.write_text(tomli_w.dumps({**data, "mood": "private"}))
    outcome = cli("share", "out.toml", "--name", "Één")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Shared as Één: 1 session." in outcome.err
    document = saved(folder / "out.toml")
    assert list(document) == ["format", "programme", "delegate", "choices"]
    assert (document["programme"], document["delegate"]) == (PROGRAMME, "Één")
    (choice,) = document["choices"]
    assert (choice["session"], choice["priority"], choice["status"]) == (
        *("iza-lunch", "must", "open"),
    )
    text = (folder / "out.toml").read_text(encoding="utf-8")
    assert not [word for word in ("private", "10:11", "13:00:", "13:20") if word in text]


def test_the_name_is_asked_for_once(cli: Cli, folder: Path, own_file: Path) -> None:
    outcome = cli("share", "out.toml")
    assert outcome.code == 2
    assert "--name NAME" in outcome.err
    assert not (folder / "out.toml").exists()
    cli("share", "out.toml", "--name", " Collega ")
    assert saved(own_file)["delegate"] == "Collega"
    assert "Shared as Collega: 0 sessions." in cli("share", "out.toml").err


@pytest.mark.parametrize("name", ["", " ", "a\nb", "\x1b[31m", "\udcff"])
def test_a_name_that_is_none(cli: Cli, folder: Path, name: str) -> None:
    outcome = cli("share", "out.toml", "--name", name)
    assert outcome.code == 2
    assert "Say who you are" in outcome.err
    assert not (folder / "out.toml").exists()


def test_a_second_time_replaces_the_first(cli: Cli, folder: Path) -> None:
    cli("choose", "iza-lunch")
    cli("share", "out.toml", "--name", "Collega")
    cli("choose", "digital-twins")
    assert cli("share", "out.toml").code == 0
    assert len(saved(folder / "out.toml")["choices"]) == 2


def test_others_may_read_it(cli: Cli, shared: Path) -> None:
    assert cli("merge", str(shared)).code == 0
    assert shared.stat().st_mode & 0o044 == 0o044 or os.name == "nt"


def test_nothing_else_is_overwritten(cli: Cli, folder: Path, shared: Path) -> None:
    cli("choose", "iza-lunch")
    cli("share", "mine.toml", "--name", "Buur")
    (folder / "notes.txt").write_text("my notes")
    (folder / "broken.toml").write_text("format = = 1")
    (folder / "programme.toml").write_bytes(SHIPPED.read_bytes())
    other = (folder / "mine.toml").read_text().replace(PROGRAMME, "another")
    (folder / "other.toml").write_text(other)
    (folder / "private.toml").write_text((folder / "mine.toml").read_text() + 'note = "x"\n')
    (folder / "folder").mkdir()
    names = ("notes.txt", "broken.toml", "programme.toml", "other.toml", "private.toml")
    for name in (*names, "theirs.toml", shared.name):
        before = (folder / name).read_bytes()
        outcome = cli("share", name)
        assert outcome.code == 2, name
        assert f"{name} is not what you shared earlier" in outcome.err
        assert (folder / name).read_bytes() == before
    assert cli("share", "folder").code == 2


def test_ones_own_itinerary_is_not_overwritten(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    cli("share", "out.toml", "--name", "Collega")  # now it has a name, and nothing private
    before = own_file.read_bytes()
    outcome = cli("share", str(own_file))
    assert outcome.code == 2
    assert "is your own itinerary" in outcome.err
    assert own_file.read_bytes() == before


def test_nothing_is_called_shared_that_could_not_be_written(cli: Cli, folder: Path) -> None:
    for name in ("none/out.toml", "a\0b", "x" * 300):
        outcome = cli("share", name, "--name", "Collega")
        assert outcome.code == 2
        assert "cannot be written" in outcome.err
        assert "Shared" not in outcome.err
    assert list(folder.iterdir()) == []


def test_a_failure_leaves_the_earlier_file(
    cli: Cli, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    before = shared.read_bytes()
    cli("drop", "veiligheid", "--itinerary", "theirs.toml")
    monkeypatch.setattr(Path, "replace", full)
    outcome = cli("share", shared.name, "--itinerary", "theirs.toml")
    assert outcome.code == 2
    assert "No space left on device" in outcome.err
    assert shared.read_bytes() == before
    assert [path.name for path in shared.parent.glob(".*")] == []


def test_on_standard_output(cli: Cli) -> None:
    cli("choose", "iza-lunch")
    outcome = cli("share", "-", "--name", "Één")
    document = tomli.loads(outcome.out)
    assert document["delegate"] == "Één"
    assert [choice["session"] for choice in document["choices"]] == ["iza-lunch"]
    assert outcome.out.endswith("\n")


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "utf-8"])
def test_on_a_standard_output_of_any_encoding(tmp_path: Path, encoding: str) -> None:
    name = "Één 電話"
    outcome = process(
        *("share", "-", "--name", name, "--itinerary", str(tmp_path / "i.toml")),
        env={"PYTHONIOENCODING": encoding},
    )
    assert tomli.loads(outcome.out)["delegate"] == name


def test_a_title_that_turns_the_line_is_carried_whole(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    data = saved(own_file)
    data["choices"][0]["title"] = "a\u202eb\x1b[31m"
    own_file.write_text(tomli_w.dumps(data), encoding="utf-8")
    out = cli("share", "-", "--name", "Collega").out
    assert "\u202e" not in out
    assert tomli.loads(out)["choices"][0]["title"] == "a\u202eb\x1b[31m"


def test_merge_says_who_and_how_far(cli: Cli, own_file: Path, shared: Path) -> None:
    cli("choose", "slim-met-stroom", "iza-lunch", "samen-slim")
    outcome = cli("merge", shared.name)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.splitlines()[1:] == [
        "Merged: Collega, 3 sessions.",
        "You share 1 session, you part at 2 times.",
        "  11:30–12:30: you are at Slim met stroom door warmte te benutten!, "
        "Collega is at Veiligheid.",
        "  13:45–14:45: you are at Samen Slim: sociale duurzame wijken, "
        "Collega is at Stadslogistiek en Digital Twins voor duurzame stedelijke ontwikkeling.",
    ]
    assert saved(own_file)["companions"] == [{"name": "Collega", "sessions": list(THEIRS)}]


def test_merging_again_replaces(cli: Cli, own_file: Path, shared: Path) -> None:
    cli("merge", shared.name)
    cli("drop", "veiligheid", "--itinerary", "theirs.toml")
    cli("share", shared.name, "--itinerary", "theirs.toml")
    cli("merge", shared.name, "--name", "Buur")
    cli("merge", shared.name)
    assert saved(own_file)["companions"] == [
        {"name": "Buur", "sessions": list(THEIRS[1:])},
        {"name": "Collega", "sessions": list(THEIRS[1:])},
    ]


def test_it_stays_when_choices_change(cli: Cli, own_file: Path, shared: Path) -> None:
    cli("merge", shared.name)
    cli("choose", "iza-lunch")
    assert saved(own_file)["companions"][0]["name"] == "Collega"
    assert "with Collega" in cli("mine").out
    assert "with Collega" in cli("show", "--mine", "--format", "agenda").out


def test_taking_it_out_again(cli: Cli, own_file: Path, shared: Path) -> None:
    cli("merge", shared.name)
    outcome = cli("merge", "--drop", "Colega")
    assert outcome.code == 2
    assert 'Did you mean "Collega"?' in outcome.err
    assert "No longer merged: Collega" in cli("merge", "--drop", "Collega").err
    assert "companions" not in saved(own_file)
    assert cli("merge", "--drop", "Collega").code == 2


def test_ids_that_are_gone_are_said_and_kept(cli: Cli, own_file: Path, shared: Path) -> None:
    shared.write_text(shared.read_text().replace('"veiligheid"', '"of-old"'))
    assert "1 of them is not in your programme" in cli("merge", shared.name).err
    assert "of-old" in saved(own_file)["companions"][0]["sessions"]
    for argv in (["mine"], ["show"], ["show", "--mine"], ["show", "--format", "json"]):
        assert cli(*argv).code == 0


def test_a_whole_itinerary_is_taken_too(cli: Cli, own_file: Path, shared: Path) -> None:
    outcome = cli("merge", "theirs.toml")
    assert outcome.code == 0
    assert "Merged: Collega" in outcome.err
    assert saved(own_file)["companions"][0] == {"name": "Collega", "sessions": list(THEIRS)}
    assert shared.exists()


def test_a_file_that_says_no_name(cli: Cli, folder: Path) -> None:
    (folder / "a.toml").write_text(f'format = 1\nprogramme = "{PROGRAMME}"\n')
    outcome = cli("merge", "a.toml")
    assert outcome.code == 2
    assert "a.toml does not say whose choices it holds. Say so, on one line: --name" in outcome.err
    assert "Merged: Búúr, 0 sessions." in cli("merge", "a.toml", "--name", "Búúr").err
    assert cli("merge", "a.toml", "--name", " ").code == 2


def test_one_is_no_companion_of_oneself(cli: Cli) -> None:
    cli("share", "out.toml", "--name", "Collega")
    outcome = cli("merge", "out.toml")
    assert outcome.code == 2
    assert '"Collega" is your own name.' in outcome.err
    assert cli("merge", "out.toml", "--name", "Buur").code == 0


REFUSED = {
    "another programme": (b'format = 1\nprogramme = "another"\n', 'the programme "another"'),
    "a newer format": (b'format = 2\nprogramme = "x"\n', "newer tui-planner wrote it"),
    "a programme": (SHIPPED.read_bytes(), "is a programme, not an itinerary"),
    "no TOML": (b"format = = 1", "cannot be read"),
    "not UTF-8": (b'format = 1\nprogramme = "\xff"', "cannot be read"),
    "no format": (b"title = 1", "cannot be read"),
    "empty": (b"", "cannot be read"),
    "too large": (b"#" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
    "a bad choice": (b'format = 1\nprogramme = "x"\n[[choices]]\nid = 3\n', "cannot be read"),
}


@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_such_file_is_refused(
    cli: Cli, folder: Path, own_file: Path, data: bytes, told: str
) -> None:
    (folder / "a.toml").write_bytes(data)
    outcome = cli("merge", "a.toml", "--name", "Collega")
    assert outcome.code == 2
    assert told in outcome.err
    assert "a.toml" in outcome.err
    assert not own_file.exists()
    assert (folder / "a.toml").read_bytes() == data


@pytest.mark.parametrize("name", ["none.toml", ".", "a\0b", "\udcff", ""])
def test_what_cannot_be_read_is_said(cli: Cli, name: str) -> None:
    outcome = cli("merge", name)
    assert outcome.code == 2
    assert "cannot be read" in outcome.err


def test_from_standard_input(
    cli: Cli, own_file: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(shared.read_bytes())))
    assert "Merged: Collega" in cli("merge", "-").err
    assert saved(own_file)["companions"][0]["name"] == "Collega"


@pytest.mark.parametrize("argv", [[], ["a.toml", "--drop", "Collega"]])
def test_a_file_or_a_name_to_drop(cli: Cli, argv: list[str]) -> None:
    outcome = cli("merge", *argv)
    assert outcome.code == 2
    assert "usage: tui-planner merge" in outcome.err


def test_over_several_days(cli: Cli, folder: Path) -> None:
    more = '[[sessions]]\nid = "three"\ntitle = "Third"\nday = 2025-03-30\n'
    more += 'start = "10:30"\nend = "11:30"\n'
    (folder / "days.toml").write_text(TWO_DAYS + more)
    cli("choose", "three", "-p", "days.toml", "--itinerary", "theirs.toml")
    cli("share", "c.toml", "--name", "C", "-p", "days.toml", "--itinerary", "theirs.toml")
    cli("choose", "two", "-p", "days.toml")
    told = cli("merge", "c.toml", "-p", "days.toml").err
    assert "  Sun 30 Mar 10:00–11:00: you are at Second, C is at Third." in told


def test_what_is_shared_is_an_itinerary(shared: Path) -> None:
    itinerary = parse_content(shared.read_bytes(), shared)
    assert [choice.session for choice in itinerary.choices] == list(THEIRS)


def test_a_line_separator_in_a_title_ends_no_line_of_the_file(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    data = saved(own_file)
    data["choices"][0]["title"] = title = "a\u2028b\u0085c"
    own_file.write_text(tomli_w.dumps(data), encoding="utf-8")
    printed = cli("share", "-", "--name", "Collega").out
    assert tomli.loads(printed)["choices"][0]["title"] == title
