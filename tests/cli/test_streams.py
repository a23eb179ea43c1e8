"""Pipes that close, disks that are full, streams that are not there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import SHIPPED

pytestmark = pytest.mark.slow

PROGRAM = f"{sys.executable} -m tui_planner"


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell, with the exit code of its first command."""
    return subprocess.run(
        ["bash", "-c", f"{line}\nexit ${{PIPESTATUS[0]}}"],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def long_programme(tmp_path: Path) -> Path:
    """More findings than a pipe holds."""
    file = tmp_path / "long.toml"
    file.write_text("[programme]\n" + "".join(f"key{n} = {n}\n" for n in range(2000)))
    return file


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_closed_pipe_ends_quietly(long_programme: Path, format_: str) -> None:
    done = shell(f"{PROGRAM} check {long_programme} --format {format_} 2>/dev/null | head -1")
    assert len(done.stdout.splitlines()) == 1
    done = shell(f"{PROGRAM} check {long_programme} --format {format_} | head -1 >/dev/null")
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode in {0, 1}


@pytest.mark.parametrize("argv", ["show --help", f"show {SHIPPED}", f"check {SHIPPED}"])
def test_a_pipe_that_nobody_reads(argv: str) -> None:
    done = shell(f"{{ sleep 0.01; {PROGRAM} {argv}; }} | true")
    assert "Traceback" not in done.stderr
    assert "Broken" not in done.stderr
    assert done.returncode in {0, 1}


def test_a_closed_pipe_for_both_streams(long_programme: Path) -> None:
    done = shell(f"{PROGRAM} check {long_programme} 2>&1 | head -1")
    assert len(done.stdout.splitlines()) == 1
    assert done.returncode in {0, 1}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("argv", [f"show {SHIPPED}", f"mine {SHIPPED} --format json", "--help"])
def test_a_full_disk_is_a_sentence(argv: str) -> None:
    done = shell(f"{PROGRAM} {argv} >/dev/full")
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "No space left on device" in line
    assert "fault of its own" not in line


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"{PROGRAM} show {SHIPPED} >&-", 0),
        (f"{PROGRAM} check {SHIPPED} --format json >&-", 1),
        (f"{PROGRAM} check {SHIPPED} 2>&-", 1),
        (f"{PROGRAM} check - <&-", 1),
        (f"{PROGRAM} <&- >&-", 2),
    ],
)
def test_streams_that_are_closed_from_the_start(line: str, code: int) -> None:
    done = shell(line)
    assert "fault of its own" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode == code
