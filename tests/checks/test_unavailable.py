"""C109: as sure as C103 is: certain, possible, or only by an end that is not stated."""

import pytest

from tests.builders import session
from tests.checks.checking import found

PERSON = '[[people]]\nname = "Ann Ode"\navailable = [{ from = "10:00", until = "11:00" }]\n\n'


@pytest.mark.parametrize(
    ("times", "more", "severity"),
    [
        ("10:00-11:00", (), ""),
        ("10:00-11:01", (), "error"),
        ("09:59-10:30", (), "error"),
        ("10:00-11:00", ('overrun = "11:01"',), "warning"),
        ("10:05-11:00", ("around = 6",), "warning"),
        ("09:58-11:00", ("around = 5",), "warning"),  # it may start at 10:03
        ("09:50-11:00", ("around = 5",), "error"),
        ("10:30-", (), "info"),
        ("11:00-", (), "error"),
        ("10:30-", ('overrun = "11:30"',), "warning"),  # that is stated
        ("10:05-", ("around = 10",), "warning"),
    ],
)
def test_the_severity(times: str, more: tuple[str, ...], severity: str) -> None:
    body = PERSON + session("a", times, 'speakers = ["Ann Ode"]', *more)
    assert found(body) == ([("C109", severity, ("a",))] if severity else [])
