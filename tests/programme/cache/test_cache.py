"""What was read of a programme is remembered, for as long as it is right."""

import os
import pickle
import random
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import SHIPPED
from tui_planner.programme.cache import cache
from tui_planner.programme.cache.cache import find_cache_folder, recall, remember
from tui_planner.programme.reading import read_programme
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.source import Source

pytestmark = pytest.mark.slow

ALL = """\
[programme]
title = "All"
timezone = "Europe/Amsterdam"
changeover = 5
default_duration = 40

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
building = "Main"
level = 2
shared = true
available = [{ day = 2025-10-25, from = "09:00" }, { day = 2025-10-27, until = "17:00" }]

[[people]]
name = "Somebody"
available = [{ from = "09:00", until = "17:00" }]

[[people]]
name = "Someone else"

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
links = [{ url = "https://example.org/a.pdf", title = "Slides" }, "https://example.org/b"]
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

[[accepted]]
rule = "C103"
room = "a"
reason = "known"

[[accepted]]
rule = "C104"
speaker = "Somebody"
reason = "known"

[[accepted]]
rule = "A201"
track = "Water"
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
    read = read_programme.read_text

    def read_text(source: Source) -> ReadResult:
        names.append(source.name)
        return read(source)

    monkeypatch.setattr(read_programme, "read_text", read_text)
    return names


def read(file: Path) -> ReadResult:
    data = file.read_bytes()
    if (known := recall(str(file), data)) is not None:
        return known
    reading = read_programme.read_bytes(str(file), data)
    remember(reading, data)
    return reading


def entry() -> Path:
    (only,) = find_cache_folder().iterdir()
    return only


def test_the_second_time_nothing_is_validated(file: Path, validated: list[str]) -> None:
    first = read(file)
    second = read(file)
    assert first.programme is not None
    assert second.programme == first.programme
    assert second.source == first.source
    path = ("sessions", 3, "title")
    assert second.positions.locate_value(path) == first.positions.locate_value(path)
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
    monkeypatch.setattr(cache, "_code", lambda: [("model.py", 1)])
    read(file)
    assert len(validated) == 2


def test_new_rules_of_the_zone_are_followed(
    file: Path, validated: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    zone = tmp_path / "zones" / "Europe" / "Amsterdam"
    zone.parent.mkdir(parents=True)
    zone.touch()
    monkeypatch.setattr(cache, "TZPATH", (str(tmp_path / "zones"),))
    read(file)
    read(file)
    assert len(validated) == 1
    os.utime(zone, (1, 1))
    read(file)
    assert len(validated) == 2


@pytest.mark.parametrize("damage", [b"", b"not one", b"\0\0\0\0", b"\x80\x05N."])
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
        return os.mkdir, (str(find_cache_folder() / "harm"),)


def test_an_entry_runs_nothing(file: Path) -> None:
    read(file)
    entry().write_bytes(pickle.dumps(("stamp", _Harm())))
    assert read(file).programme is not None
    assert not (find_cache_folder() / "harm").exists()


def remembered_of(file: Path) -> tuple[bytes, bytes]:
    """The bytes of a programme that is remembered, and those of its entry."""
    file.write_text(ALL)
    assert read(file).programme is not None
    return file.read_bytes(), entry().read_bytes()


def test_with_any_bit_turned_nothing_is_remembered(file: Path) -> None:
    data, whole = remembered_of(file)
    chance = random.Random(11)  # noqa: S311 - and the same each time
    for at in chance.sample(range(8 * len(whole)), 3_000):
        turned = bytearray(whole)
        turned[at // 8] ^= 1 << at % 8
        entry().write_bytes(turned)
        assert recall(str(file), data) is None, f"bit {at}"


def test_cut_off_anywhere_nothing_is_remembered(file: Path) -> None:
    data, whole = remembered_of(file)
    for length in range(len(whole)):
        entry().write_bytes(whole[:length])
        assert recall(str(file), data) is None, length
    for surplus in (b"\n", b"\0" * 4096, whole):
        entry().write_bytes(whole + surplus)
        assert recall(str(file), data) is None


def test_with_any_two_pieces_swapped_nothing_is_remembered(file: Path) -> None:
    data, whole = remembered_of(file)
    chance = random.Random(11)  # noqa: S311 - and the same each time
    for _again in range(1_000):
        one, two, three = sorted(chance.sample(range(len(whole) + 1), 3))
        swapped = whole[:one] + whole[two:three] + whole[one:two] + whole[three:]
        entry().write_bytes(swapped)
        assert swapped == whole or recall(str(file), data) is None


def test_what_is_known_of_one_file_never_stands_for_another(file: Path, tmp_path: Path) -> None:
    data, whole = remembered_of(file)
    at = entry()
    other = tmp_path / "other.toml"
    other.write_bytes(data.replace(b'"One"', b'"Eno"'))
    read(other)
    (others,) = (path for path in find_cache_folder().iterdir() if path != at)
    one, two = whole, others.read_bytes()
    at.write_bytes(two)
    others.write_bytes(one)
    assert recall(str(file), data) is None
    at.write_bytes(two[: -len(data)] + data)  # what was read of the other, before these bytes
    assert recall(str(file), data) is None


def test_what_is_far_larger_than_the_file_is_not_read(file: Path) -> None:
    data, whole = remembered_of(file)
    known = whole[4 : -len(data)]
    for blanks, is_read in ((50_000, True), (10_000_000, False)):
        content = b" " * blanks + known + data
        entry().write_bytes(zlib.crc32(content).to_bytes(4) + content)
        assert (recall(str(file), data) is not None) is is_read


def show(file: Path, **options: Any) -> None:
    """Print a programme in a process of its own."""
    command = [sys.executable, "-m", "tui_planner", "show", str(file)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False, **options)
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_in_the_place_of_an_entry_is_not_waited_for(file: Path) -> None:
    read(file)
    at = entry()
    at.unlink()
    os.mkfifo(at)
    show(file)
    assert at.is_file()


def test_a_folder_in_the_place_of_an_entry_is_no_harm(file: Path) -> None:
    read(file)
    at = entry()
    at.unlink()
    at.mkdir()
    assert read(file).programme is not None
    assert list(find_cache_folder().iterdir()) == [at]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limits")
def test_on_a_full_disk_nothing_is_left_behind(file: Path) -> None:
    import resource  # noqa: PLC0415 - not everywhere

    most = 8_000
    show(file, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
    assert list(find_cache_folder().iterdir()) == []


def test_where_nothing_can_be_written_the_file_is_read(file: Path, validated: list[str]) -> None:
    find_cache_folder().parent.mkdir(parents=True)
    find_cache_folder().write_text("in the way")
    assert read(file).programme == read(file).programme
    assert len(validated) == 2


def test_standard_input_leaves_no_entry() -> None:
    data = SHIPPED.read_bytes()
    remember(read_programme.read_bytes("-", data), data)
    assert recall("-", data) is None
    assert not find_cache_folder().exists()


def test_the_oldest_is_forgotten(tmp_path: Path, validated: list[str]) -> None:
    files = [tmp_path / f"{number}.toml" for number in range(22)]
    for file in files:
        file.write_bytes(SHIPPED.read_bytes())
        read(file)
    assert len(list(find_cache_folder().iterdir())) == 20
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


@pytest.mark.skipif(sys.platform == "win32", reason="its files have no such modes")
def test_the_folder_is_the_users_alone(file: Path) -> None:
    find_cache_folder().mkdir(parents=True, mode=0o755)
    read(file)
    assert find_cache_folder().stat().st_mode & 0o777 == 0o700


def test_something_that_cannot_be_removed_keeps_nothing_from_being_forgotten(
    tmp_path: Path,
) -> None:
    find_cache_folder().mkdir(parents=True)
    (find_cache_folder() / "a-folder").mkdir()
    os.utime(find_cache_folder() / "a-folder", (1, 1))
    for number in range(23):
        file = tmp_path / f"{number}.toml"
        file.write_text(ALL)
        read(file)
        os.utime(file, (number, number))
    assert sum(path.is_file() for path in find_cache_folder().iterdir()) == 20
