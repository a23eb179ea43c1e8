"""judge() against the design's own definitions, counted minute by minute."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.clashes.oracle import Raw, agrees, expected
from tests.clashes.things import programme, session
from tui_planner.clashes.judge import Reason, judge

WAYS = {frozenset("ab"): 12, frozenset("bc"): 3}
CHANGEOVER = 7


def minutes_between(here: str | None, there: str | None) -> int:
    if here is None or there is None or here == there:
        return 0
    return {"ab": 12, "bc": 3}.get("".join(sorted(here + there)), CHANGEOVER)


@st.composite
def raws(draw: st.DrawFn) -> Raw:
    start = draw(st.integers(0, 60))
    until = start + draw(st.integers(0, 40))
    end = draw(st.sampled_from([until, until, None]))
    overrun = None
    if draw(st.booleans()):
        overrun = (start if end is None else end) + draw(st.integers(0, 30))
    guessed = end is None and draw(st.booleans())
    return Raw(start, end, until, overrun, draw(st.sampled_from([0, 0, 1, 5, 15])), guessed)


rooms = st.sampled_from([None, "a", "b", "c"])


@settings(deadline=None, max_examples=1500)
@given(a=raws(), b=raws(), room_a=rooms, room_b=rooms)
@example(a=Raw(0, 60, 60), b=Raw(60, 90, 90), room_a=None, room_b=None)
@example(a=Raw(0, 60, 60), b=Raw(66, 90, 90), room_a="a", room_b="c")
@example(a=Raw(0, 60, 60), b=Raw(67, 90, 90), room_a="a", room_b="c")
@example(a=Raw(0, 5, 5, None, 15), b=Raw(14, 16, 16), room_a="a", room_b="b")
@example(a=Raw(0, None, 60), b=Raw(30, 30, 30), room_a="a", room_b="b")
def test_it_says_what_the_definitions_say(
    a: Raw, b: Raw, room_a: str | None, room_b: str | None
) -> None:
    one, other = session("one", a, 0, room_a), session("other", b, 1, room_b)
    whole = programme(one, other, ways=WAYS, changeover=CHANGEOVER)
    clash = judge(one, other, whole)
    assert agrees(clash, expected(a, b, minutes_between(room_a, room_b))), clash
    assert judge(other, one, whole) == clash


@settings(deadline=None, max_examples=300)
@given(a=raws(), b=raws())
def test_touching_is_never_a_clash(a: Raw, b: Raw) -> None:
    later = a.last_end + b.around
    moved = Raw(
        later,
        None if b.end is None else later + b.end - b.start,
        later + b.assumed - b.start,
        None if b.overrun is None else later + b.overrun - b.start,
        b.around,
    )
    if a.sure_end > later or a.start + a.around >= later:
        return  # over before it surely began: its one sure minute is a minute all the same
    one, other = session("one", a, 0), session("other", moved, 1)
    assert judge(one, other, programme(one, other)) is None


@settings(deadline=None, max_examples=300)
@given(a=raws(), b=raws())
def test_a_possible_clash_always_has_a_reason(a: Raw, b: Raw) -> None:
    one, other = session("one", a, 0), session("other", b, 1)
    clash = judge(one, other, programme(one, other))
    if clash is not None and clash.verdict == "certain":
        assert clash.reasons in {(), (Reason.END_NOT_STATED,)}
    elif clash is not None:
        assert (clash.verdict == "possible") == bool(clash.reasons)
