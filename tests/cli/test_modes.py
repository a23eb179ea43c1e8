"""Who may read what the program writes: no more than the umask lets, and than could before."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.support import Cli
from tui_planner.programme.cache.cache import find_cache_folder
from tui_planner.support.atomic_write import make_own_folder, write_beside

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no modes")

WRITERS = [
    ("export", "--mine", "--format", "ics", "-o", "made"),
    ("export", "--format", "html", "-o", "made"),
    ("share", "made", "--name", "A colleague"),
    ("import", "schedule.ics", "-o", "made"),
]
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a@b\r\nSUMMARY:A\r\n"
    "DTSTART:20250213T100000Z\r\nDTEND:20250213T110000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def made(folder: Path, cli: Cli) -> Path:
    """Where the writers write; there is something to be written, and nothing yet."""
    (folder / "schedule.ics").write_text(CALENDAR)
    assert cli("choose", "iza-lunch").code == 0
    return folder / "made"


@pytest.fixture(params=[0o022, 0o002, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@pytest.mark.parametrize("argv", WRITERS)
def test_a_new_file_has_the_mode_of_the_umask(
    cli: Cli, made: Path, umask: int, argv: tuple[str, ...]
) -> None:
    assert cli(*argv).code == 0
    assert mode(made) == 0o666 & ~umask


@pytest.mark.parametrize("argv", WRITERS)
@pytest.mark.parametrize("before", [0o600, 0o640, 0o644])
def test_a_file_that_is_there_keeps_its_mode(
    cli: Cli, made: Path, argv: tuple[str, ...], before: int
) -> None:
    assert cli(*argv).code == 0
    made.chmod(before)
    assert cli(*argv).code == 0
    assert mode(made) == before


def test_on_its_way_a_file_is_no_wider_than_in_its_place(tmp_path: Path) -> None:
    target = tmp_path / "file"
    for before in (0o600, 0o640):
        target.write_text("before")
        target.chmod(before)
        with write_beside(target, b"after", 0o666) as temporary:
            assert mode(temporary) == before


def test_what_a_group_could_read_is_for_that_group_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "file"
    target.write_text("before")
    target.chmod(0o664)
    there = target.stat()
    of_others = os.stat_result((*there[:5], there.st_gid + 1, *there[6:]))
    given: list[tuple[int, int]] = []
    stat_of = Path.stat

    def looked_at(path: Path, **options: bool) -> os.stat_result:
        return of_others if path == target else stat_of(path, **options)

    def refused(_path: Path, _user: int, _group: int) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "stat", looked_at)
    monkeypatch.setattr(os, "chown", lambda _path, user, group: given.append((user, group)))
    with write_beside(target, b"after") as temporary:
        assert mode(temporary) == 0o664
    assert given == [(-1, there.st_gid + 1)]
    monkeypatch.setattr(os, "chown", refused)
    with write_beside(target, b"after") as temporary:
        assert mode(temporary) == 0o604


@pytest.mark.usefixtures("umask")
def test_what_the_program_keeps_is_the_users_alone(cli: Cli, own_file: Path) -> None:
    for argv in (["choose", "iza-lunch"], ["drop", "iza-lunch"], ["choose", "samen-slim"]):
        assert cli(*argv).code == 0
    history = own_file.with_name(f"{own_file.name}.history")
    assert mode(own_file) == 0o600
    assert {mode(file) for file in history.glob("*.toml")} == {0o600}
    assert mode(history) == 0o700
    assert mode(find_cache_folder()) == 0o700
    assert {mode(file) for file in find_cache_folder().iterdir()} == {0o600}


def test_folders_that_others_could_read_are_made_the_users_own(
    cli: Cli, own_file: Path, tmp_path: Path
) -> None:
    history = own_file.with_name(f"{own_file.name}.history")
    for folder in (history, find_cache_folder()):
        folder.mkdir(parents=True)
        folder.chmod(0o755)
    assert cli("choose", "iza-lunch").code == 0
    assert {mode(folder) for folder in (history, find_cache_folder())} == {0o700}

    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o775)
    (tmp_path / "link").symlink_to(shared)
    make_own_folder(tmp_path / "link")
    assert mode(shared) == 0o775
