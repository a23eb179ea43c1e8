"""What one shares with colleagues, and where one parts."""

from tests.builders import chosen, clock, plan_of
from tests.helpers import programme_of
from tui_planner.itinerary.companions import (
    CompanionView,
    add_companion,
    explain_divergence,
    remove_companion,
    say_who_joins,
    summarise_companion,
)
from tui_planner.itinerary.itinerary import Choice, Companion, Itinerary
from tui_planner.itinerary.my_day import MyDay
from tui_planner.itinerary.views.box_notes import make_box_notes
from tui_planner.programme.model import Programme

MINE = ("slim-met-stroom", "iza-lunch", "digital-twins")
THEIRS = ("veiligheid", "iza-lunch", "digital-twins", "asielketen")


def companions(
    programme: Programme, mine: tuple[str | Choice, ...], **theirs: tuple[str, ...]
) -> CompanionView:
    companions = tuple(Companion(name=name, sessions=ids) for name, ids in theirs.items())
    return CompanionView(plan_of(programme, *mine, companions=companions))


def divergences(of: CompanionView) -> list[tuple[str, str, list[str]]]:
    return [
        (one.name, one.mine.id, [session.id for session in one.theirs]) for one in of.divergences
    ]


def test_who_goes_where(hoorn: Programme) -> None:
    found = companions(hoorn, MINE, Collega=THEIRS, Búúr=("iza-lunch", "gone"))
    assert found.going["iza-lunch"] == ("Collega", "Búúr")
    assert found.going["asielketen"] == ("Collega",)
    assert dict(found.shared) == {"iza-lunch": ("Collega", "Búúr"), "digital-twins": ("Collega",)}


def test_an_id_that_a_file_says_twice_counts_once(hoorn: Programme) -> None:
    found = companions(hoorn, MINE, Collega=("iza-lunch", "iza-lunch", "veiligheid", "veiligheid"))
    assert found.shared["iza-lunch"] == ("Collega",)
    assert divergences(found) == [("Collega", "slim-met-stroom", ["veiligheid"])]


def test_one_parts_where_one_is_elsewhere_at_the_same_time(hoorn: Programme) -> None:
    """Asielketen is at a time of which the delegate has chosen nothing."""
    found = companions(hoorn, MINE, Collega=THEIRS)
    assert divergences(found) == [("Collega", "slim-met-stroom", ["veiligheid"])]
    assert explain_divergence(found.divergences[0], hoorn) == (
        "11:30–12:30: you are at Slim met stroom door warmte te benutten!, "
        "Collega is at Veiligheid."
    )
    assert summarise_companion(found, "Collega") == "You share 2 sessions, you part at 1 time."
    assert summarise_companion(found, "Nobody") == "You share 0 sessions, you part at 0 times."


def test_what_may_be_at_the_same_time_parts_nobody(hoorn: Programme) -> None:
    assert companions(hoorn, ("veiligheid",), Collega=("iza-lunch",)).divergences == ()


def test_one_does_not_part_at_a_session_that_both_chose(hoorn: Programme) -> None:
    """The companion has two at once there, and may still come along."""
    found = companions(hoorn, ("iza-lunch",), Collega=("iza-lunch", "strandwandeling"))
    assert found.divergences == ()


def test_one_does_not_part_from_what_one_chose_as_well(hoorn: Programme) -> None:
    found = companions(hoorn, ("iza-lunch", "strandwandeling"), Collega=("strandwandeling",))
    assert found.divergences == ()


def test_two_of_theirs_at_one_of_mine_are_one_parting(hoorn: Programme) -> None:
    found = companions(hoorn, ("iza-lunch",), Collega=("strandwandeling", "wandeling-westerdijk"))
    assert divergences(found) == [
        ("Collega", "iza-lunch", ["strandwandeling", "wandeling-westerdijk"])
    ]


def test_who_joins_late_parts_only_from_then_on(hoorn: Programme) -> None:
    """From 13:20 on, the walk is certain no more: its end is not stated."""
    late = chosen(hoorn, "iza-lunch", join=clock("13:20"))
    assert companions(hoorn, (late,), Collega=("strandwandeling",)).divergences == ()


def test_cancelled_sessions_and_such_as_one_drops_in_at_part_nobody() -> None:
    body = ""
    for id_, more in (("a", ""), ("b", 'status = "cancelled"\n'), ("c", "drop_in = true\n")):
        body += f'[[sessions]]\nid = "{id_}"\ntitle = "X"\nstart = "10:00"\nend = "11:00"\n{more}'
    assert companions(programme_of(body), ("a",), Collega=("b", "c")).divergences == ()


def test_the_day_is_said_where_there_are_several() -> None:
    body = "[[days]]\ndate = 2025-02-13\n[[days]]\ndate = 2025-02-14\n"
    for id_ in ("a", "b"):
        body += f'[[sessions]]\nid = "{id_}"\ntitle = "{id_.upper()}"\nday = 2025-02-14\n'
        body += 'start = "10:00"\nend = "11:00"\n'
    head = '[programme]\ntitle = "Two days"\ntimezone = "Europe/Amsterdam"\n'
    programme = programme_of(body, head)
    (divergence,) = companions(programme, ("a",), Collega=("b",)).divergences
    sentence = explain_divergence(divergence, programme)
    assert sentence == "Fri 14 Feb 10:00–11:00: you are at A, Collega is at B."


def test_the_day_says_who_comes_along_and_who_is_elsewhere(hoorn: Programme) -> None:
    plan = companions(hoorn, MINE, Collega=THEIRS, Buur=("iza-lunch",)).plan
    remarks = {entry.id: entry.remarks for entry in MyDay(plan).entries}
    assert remarks["iza-lunch"] == ("with Collega and Buur",)
    assert remarks["slim-met-stroom"] == ("Collega goes to Veiligheid",)
    to_choose, going = remarks["ronde-3"]  # nothing is chosen of it
    assert to_choose == "5 to choose from"
    assert going == "Collega goes to Samenwerking in de asielketen"
    assert say_who_joins([]) == ""


def test_the_box_says_who_goes(hoorn: Programme) -> None:
    plan = companions(hoorn, MINE, Collega=THEIRS, Buur=("iza-lunch", "asielketen")).plan
    notes = make_box_notes(plan, {})
    assert notes["digital-twins"] == "with Collega"
    assert notes["veiligheid"] == "Collega goes"
    assert notes["asielketen"] == "Collega and Buur go"


def test_a_second_merge_replaces_the_first() -> None:
    first, other, second = (
        Companion(name=name, sessions=ids)
        for name, ids in (("Collega", ("a",)), ("Buur", ("a",)), ("Collega", ("b", "c")))
    )
    itinerary = Itinerary(programme="p")
    for companion in (first, other, second):
        itinerary = add_companion(itinerary, companion)
    assert itinerary.companions == (other, second)
    assert remove_companion(itinerary, "Collega").companions == (other,)
    assert remove_companion(itinerary, "Nobody") == itinerary
