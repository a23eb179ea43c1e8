"""What was read of a programme is remembered, for as long as it is right."""

import os
import pickle
import sys
from pathlib import Path

import pytest

from tests.helpers import SHIPPED
from tui_planner.programme import reader, remembered
from tui_planner.programme.reading import Reading
from tui_planner.programme.remembered import cache_folder, recall, remember
from tui_planner.programme.source import Source

ALL = """\
[programme]
title = "All"
timezone = "Europe/Amsterdam"
changeover = 5

[[days]]
date = 2025-10-25
end = 2025-10-26T03:00:00

[[days]]
date = 2025-10-27
title = "Two"

[[rooms]]
id = "a"
name = "A"
capacity = 3

[[rooms]]
id = "b"
name = "B"

[[routes]]
from = "a"
to = "b"
minutes = 9

[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
day = 2025-10-27
start = "12:00"
end = "13:00"

[[sessions]]
id = "one"
title = "One"
day = 2025-10-25
start = "10:00"
around = 5
overrun = "12:30"
room = "a"
speakers = ["Somebody"]
status = "full"

[[sessions]]
id = "two"
title = "Two"
day = 2025-10-27
start = "12:00"
end = "12:30"
block = "lunch"
part_of = "one"
drop_in = true

[[accepted]]
rule = "C101"
sessions = ["one", "two"]
reason = "known"
"""
"""A programme that says something of every kind."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    copy = tmp_path / "programme.toml"
    copy.write_bytes(SHIPPED.read_bytes())
    return copy


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were validated."""
    names: list[str] = []
    read = reader.read_text

    def read_text(source: Source) -> Reading:
        names.append(source.name)
        return read(source)

    monkeypatch.setattr(reader, "read_text", read_text)
    return names


def read(file: Path) -> Reading:
    data = file.read_bytes()
    if (known := recall(str(file), data)) is not None:
        return known
    reading = reader.read_bytes(str(file), data)
    remember(reading, data)
    return reading


def entry() -> Path:
    (only,) = cache_folder().iterdir()
    return only


def test_the_second_time_nothing_is_validated(file: Path, validated: list[str]) -> None:
    first = read(file)
    second = read(file)
    assert first.programme is not None
    assert second.programme == first.programme
    assert second.source == first.source
    path = ("sessions", 3, "title")
    assert second.positions.value(path) == first.positions.value(path)
    assert validated == [str(file)]


def test_another_text_is_read_and_its_faults_are_told(file: Path, validated: list[str]) -> None:
    read(file)
    file.write_text(SHIPPED.read_text(encoding="utf-8").replace('"Hoorn', '"Not Hoorn', 1))
    assert read(file).programme != read(SHIPPED).programme
    file.write_text("[programme]\n")
    for _again in range(2):
        reading = read(file)
        assert reading.programme is None
        assert reading.problems
    assert validated.count(str(file)) == 4


def test_two_files_do_not_forget_each_other(
    file: Path, tmp_path: Path, validated: list[str]
) -> None:
    other = tmp_path / "other.toml"
    other.write_text(SHIPPED.read_text(encoding="utf-8") + "# another\n", encoding="utf-8")
    for _again in range(3):
        read(file)
        read(other)
    assert len(validated) == 2


def test_what_was_read_by_other_code_is_read_again(
    file: Path, validated: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    read(file)
    monkeypatch.setattr(remembered, "_code", lambda: [("model.py", 1)])
    read(file)
    assert len(validated) == 2


def test_new_rules_of_the_zone_are_followed(
    file: Path, validated: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    zone = tmp_path / "zones" / "Europe" / "Amsterdam"
    zone.parent.mkdir(parents=True)
    zone.touch()
    monkeypatch.setattr(remembered, "TZPATH", (str(tmp_path / "zones"),))
    read(file)
    read(file)
    assert len(validated) == 1
    os.utime(zone, (1, 1))
    read(file)
    assert len(validated) == 2


@pytest.mark.parametrize("damage", [b"", b"no pickle", b"\x80\x05N."])
def test_a_damaged_entry_is_replaced(file: Path, validated: list[str], damage: bytes) -> None:
    whole = read(file).programme
    entry().write_bytes(damage)
    assert read(file).programme == whole
    assert read(file).programme == whole
    assert len(validated) == 2


def test_half_an_entry_is_replaced(file: Path, validated: list[str]) -> None:
    whole = read(file).programme
    entry().write_bytes(entry().read_bytes()[:-100])
    assert read(file).programme == whole
    assert len(validated) == 2


class _Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(cache_folder() / "harm"),)


def test_an_entry_runs_nothing(file: Path) -> None:
    read(file)
    entry().write_bytes(pickle.dumps(("stamp", _Harm())))
    assert read(file).programme is not None
    assert not (cache_folder() / "harm").exists()


def test_where_nothing_can_be_written_the_file_is_read(file: Path, validated: list[str]) -> None:
    cache_folder().parent.mkdir(parents=True)
    cache_folder().write_text("in the way")
    assert read(file).programme == read(file).programme
    assert len(validated) == 2


def test_standard_input_leaves_no_entry() -> None:
    data = SHIPPED.read_bytes()
    remember(reader.read_bytes("-", data), data)
    assert recall("-", data) is None
    assert not cache_folder().exists()


def test_the_oldest_is_forgotten(tmp_path: Path, validated: list[str]) -> None:
    files = [tmp_path / f"{number}.toml" for number in range(22)]
    for file in files:
        file.write_bytes(SHIPPED.read_bytes())
        read(file)
    assert len(list(cache_folder().iterdir())) == 20
    read(files[-1])
    assert len(validated) == 22
    read(files[0])
    assert len(validated) == 23


def test_all_that_a_programme_may_say_is_remembered(tmp_path: Path, validated: list[str]) -> None:
    file = tmp_path / "all.toml"
    file.write_text(ALL)
    first = read(file)
    assert first.problems == ()
    assert read(file).programme == first.programme
    assert len(validated) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="its files have no such modes")
def test_an_entry_is_the_users_alone(file: Path) -> None:
    read(file)
    assert entry().stat().st_mode & 0o077 == 0
