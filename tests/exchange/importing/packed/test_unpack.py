"""Schedules out of gzip and zip: the one in it, or a sentence; never more than is bounded."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from tests.exchange.importing.support import event, imported, programme, xml
from tests.helpers import DATA, SHIPPED, soon
from tui_planner.cli.main import main
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_schedule import import_schedule

SCHEDULE = xml({"Hall": [event()]})
CALENDAR = (DATA / "schedules/flat.ics").read_bytes()
PAGE = b"<!DOCTYPE html><html><body>Hello</body></html>"
FORMATS = sorted(
    path
    for folder in ("schedules", "formats")
    for path in (DATA / folder).iterdir()
    if path.is_file()
)


def _zip(files: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", packing) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return into.getvalue()


def _encrypted() -> bytes:
    """A zip whose only file says that it is encrypted."""
    data = bytearray(_zip({"schedule.xml": SCHEDULE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.name)
def test_any_format_is_read_the_same_when_packed(path: Path) -> None:
    data = path.read_bytes()
    plain = import_schedule(data, path.name).text
    assert import_schedule(gzip.compress(data), f"{path.name}.gz").text == plain
    assert import_schedule(_zip({path.name: data}), "some.zip").text == plain


def test_commands_open_it_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "day.xml.gz"
    file.write_bytes(gzip.compress(SCHEDULE))
    assert main(["show", str(file), "--format", "agenda"]) == 0
    assert "Talk one" in capsys.readouterr().out


def test_a_zip_holds_one_schedule_among_other_files() -> None:
    packed = _zip(
        {
            "out/README.txt": b"Read me.",
            "out/picture.png": bytes(range(256)) * 400,
            "out/index.html": PAGE,
            "__MACOSX/out/._schedule.xml": SCHEDULE,
            "out/package.json": b'{"name": "site"}',
            "out/schedule.xml": SCHEDULE,
        }
    )
    assert [one.title for one in programme(imported(packed)).sessions] == ["Talk one"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_zip({"a.xml": SCHEDULE, "b.ics": CALENDAR}), "several schedules, a.xml, b.ics: unpack"),
        (
            _zip({"a.txt": b"Hello", "b.png": b"\x89PNG"}),
            "no schedule in .*: it holds a.txt",
        ),
        (_zip({}), "it holds nothing"),
        (_zip({"index.html": PAGE}), "page of HTML"),
        (_zip({"inner.zip": _zip({"a.xml": SCHEDULE})}), "another archive"),
        (_zip({"a.xml.gz": gzip.compress(SCHEDULE)}), "another archive"),
        (gzip.compress(gzip.compress(SCHEDULE)), "another archive"),
        (gzip.compress(SCHEDULE)[:-20], "gzip, and broken"),
        (b"\x1f\x8b" + bytes(range(200)), "gzip, and broken"),
        (_zip({"a.xml": SCHEDULE})[:60], "zip, and broken"),
        (_zip({"a.xml": SCHEDULE}, zipfile.ZIP_STORED).replace(b"Talk", b"Walk"), "broken"),
        (_encrypted(), "encrypted: unpack it with its password"),
        (_zip({"a.xml": SCHEDULE}, zipfile.ZIP_LZMA), "packed in a way"),
        (_zip({f"{n}.txt": b"" for n in range(1001)}), "more than 1000 files"),
        (gzip.compress(b""), "empty"),
        (gzip.compress(SHIPPED.read_bytes()), "needs no import"),
    ],
)
def test_what_cannot_be_unpacked_is_told_in_a_sentence(data: bytes, words: str) -> None:
    with soon(), pytest.raises(NoScheduleError, match=words):
        imported(data)


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(b"<schedule>" + b" " * 60_000_000),
        gzip.compress(b"<schedule>" + b" " * 9_000_000) * 4,
        _zip({"a.xml": b"<schedule>" + b" " * 60_000_000}),
        _zip({f"{number}.xml": b"<schedule>" + b" " * 9_000_000 for number in range(4)}),
    ],
    ids=["gzip", "gzips", "zip", "zip of several"],
)
def test_a_bomb_is_refused_before_it_takes_memory(data: bytes) -> None:
    with soon(), pytest.raises(NoScheduleError, match="larger than 20 MB"):
        imported(data)


@pytest.mark.slow
def test_many_hidden_pages_are_looked_into_no_further_than_their_beginning() -> None:
    files = {f"{number}.txt": b"x" * 400_000 for number in range(200)}
    with soon():
        packed = _zip(files | {"schedule.xml": SCHEDULE})
        assert [one.title for one in programme(imported(packed)).sessions] == ["Talk one"]
