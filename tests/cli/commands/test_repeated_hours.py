"""`check` and `show` say which of two equal times is meant, in a night that the clocks go back."""

from pathlib import Path

import pytest

from tests.builders import session
from tests.cli.support import Cli
from tests.helpers import HEAD

AUTUMN = HEAD.replace("2025-02-13", "2025-10-26")
TOLD = "of two equal times the first is meant"


@pytest.mark.parametrize("command", ["check", "show"])
@pytest.mark.parametrize(
    ("head", "times", "told"),
    [
        (AUTUMN, "02:15-04:00", "A 02:15"),
        (AUTUMN, "01:00-02:59", "A 02:59"),
        (AUTUMN, "01:00-03:00", ""),
        (AUTUMN, "03:00-04:00", ""),
        (HEAD, "02:15-04:00", ""),
        (AUTUMN.replace("Europe/Amsterdam", "UTC"), "02:15-04:00", ""),
    ],
)
def test_it_is_told_once(
    cli: Cli, folder: Path, command: str, head: str, times: str, told: str
) -> None:
    (folder / "programme.toml").write_text(head + session("a", times, 'description = "x"'))
    lines = [line for line in cli(command).err.splitlines() if TOLD in line]
    assert len(lines) == bool(told)
    assert all("Sun 26 October 2025" in line and told in line for line in lines)


def test_it_is_told_of_an_end_in_that_night_too(cli: Cli, folder: Path) -> None:
    head = HEAD.replace("2025-02-13", "2025-10-25")
    body = session("a", "23:00-").replace('23:00"', '23:00"\nend = 2025-10-26T02:30:00')
    (folder / "programme.toml").write_text(head + body)
    assert "Sun 26 October 2025" in cli("check").err
    assert "A 02:30" in cli("check").err
