"""What is never a clash, whatever the times: and what looks like it but is one."""

import pytest

from tests.helpers import programme_of
from tui_planner.clashes.judge import Verdict, judge


def verdict(body: str) -> Verdict | None:
    """The verdict on the sessions "a" and "b" (or the block "b") of a body, in both orders."""
    programme = programme_of(body)
    a = programme.session_by_id["a"]
    b = programme.session_by_id.get("b") or programme.block_by_id["b"]
    clash = judge(a, b, programme)
    assert judge(b, a, programme) == clash
    return clash.verdict if clash else None


def session(id_: str, more: str = "", start: str = "10:00", end: str = "11:00") -> str:
    times = f'start = "{start}"\nend = "{end}"\n'
    return f'[[sessions]]\nid = "{id_}"\ntitle = "{id_}"\n{times}{more}\n'


def block(id_: str, kind: str, start: str = "10:00", end: str = "11:00") -> str:
    times = f'start = "{start}"\nend = "{end}"\n'
    return f'[[blocks]]\nid = "{id_}"\nkind = "{kind}"\ntitle = "{id_}"\n{times}'


def test_two_plain_sessions_are_judged() -> None:
    assert verdict(session("a") + session("b")) is Verdict.CERTAIN


@pytest.mark.parametrize("more", ['status = "cancelled"', "drop_in = true"])
def test_what_needs_nobody_is_not(more: str) -> None:
    assert verdict(session("a", more) + session("b")) is None
    assert verdict(session("a") + session("b", more)) is None


@pytest.mark.parametrize("more", ['status = "full"', 'status = "invitation"', "meal = true"])
def test_any_other_state_is(more: str) -> None:
    assert verdict(session("a", more) + session("b")) is Verdict.CERTAIN


def test_a_part_is_not_judged_against_its_whole() -> None:
    assert verdict(session("a", 'part_of = "b"') + session("b")) is None


def test_a_part_of_a_part_is_not_either() -> None:
    body = session("a", 'part_of = "m"') + session("m", 'part_of = "b"') + session("b")
    assert verdict(body) is None


def test_two_parts_of_one_whole_are() -> None:
    body = session("w") + session("a", 'part_of = "w"') + session("b", 'part_of = "w"')
    assert verdict(body) is Verdict.CERTAIN


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("10:00", "10:20", None),
        ("10:40", "11:00", None),
        ("09:59", "10:30", Verdict.CERTAIN),
        ("10:30", "11:01", Verdict.CERTAIN),
    ],
)
def test_a_part_that_does_not_lie_within_its_whole_is_judged(
    start: str, end: str, wanted: Verdict | None
) -> None:
    assert verdict(session("a", 'part_of = "b"', start, end) + session("b")) is wanted


def test_nor_is_a_part_of_a_part_that_lies_outside_the_outermost() -> None:
    body = session("a", 'part_of = "m"', "10:30", "11:30")
    body += session("m", 'part_of = "b"', "10:00", "12:00") + session("b")
    assert verdict(body) is Verdict.CERTAIN


def test_an_end_that_is_not_stated_puts_no_part_outside() -> None:
    part = session("a", 'part_of = "b"', "10:30", "14:00")
    assert verdict(part + session("b").replace('end = "11:00"\n', "")) is None


@pytest.mark.parametrize("kind", ["arrival", "plenary", "choice", "break", "meal", "social"])
def test_a_session_is_not_judged_against_its_own_block(kind: str) -> None:
    assert verdict(block("b", kind) + session("a", 'block = "b"')) is None


def test_a_part_stands_in_the_block_of_its_whole() -> None:
    body = block("b", "plenary") + session("w", 'block = "b"') + session("a", 'part_of = "w"')
    assert verdict(body) is None


@pytest.mark.parametrize("kind", ["arrival", "break", "social"])
def test_a_block_that_one_may_miss_is_not_judged(kind: str) -> None:
    assert verdict(block("b", kind) + session("a")) is None


@pytest.mark.parametrize("kind", ["plenary", "choice", "meal"])
def test_any_other_block_is(kind: str) -> None:
    assert verdict(block("b", kind) + session("a")) is Verdict.CERTAIN


@pytest.mark.parametrize(
    "more", ['group = "g"', 'block = "r"'], ids=["one group", "one choice block"]
)
def test_alternatives_are_judged_all_the_same(more: str) -> None:
    body = block("r", "choice") + session("a", more) + session("b", more)
    assert verdict(body) is Verdict.CERTAIN


def test_a_run_again_is_judged_all_the_same() -> None:
    assert verdict(session("a") + session("b", 'repeat_of = "a"')) is Verdict.CERTAIN
