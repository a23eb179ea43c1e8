"""Why nothing is proposed, round by round."""

from tests.builders import appointment, clock, plan_of
from tests.helpers import programme_of
from tui_planner.itinerary.suggestions.best_day import Suggestion, suggest
from tui_planner.programme.model import Programme


def open_rounds(suggestion: Suggestion) -> dict[str, tuple[str, ...]]:
    return {one.title: one.reasons for one in suggestion.open_rounds}


def test_a_round_that_stays_open_says_why(hoorn: Programme) -> None:
    call = appointment("Call", "11:00", "12:40")
    plan = plan_of(hoorn, appointments=(call,), leaves=clock("15:00"))
    assert open_rounds(suggest(plan, [])) == {
        "Keuzesessies ronde 1": ("is at the same time as your appointment Call (4)",),
        "Keuzesessies ronde 3": ("you are not there",),
    }


def test_what_is_full_or_meets_another_choice_is_counted() -> None:
    body = (
        '[[blocks]]\nid = "r"\nkind = "choice"\ntitle = "Round"\nstart = "10:00"\nend = "11:00"\n'
    )
    for number, status in enumerate(["full", "full", "invitation", "open"]):
        body += f'[[sessions]]\nid = "s{number}"\ntitle = "S"\nblock = "r"\nstatus = "{status}"\n'
    body += '[[sessions]]\nid = "x"\ntitle = "X"\nstart = "10:30"\nend = "10:40"\n'
    assert open_rounds(suggest(plan_of(programme_of(body), "x"), [])) == {
        "Round": ("full (2)", "by invitation (1)", "is at the same time as X (1)")
    }


def test_what_one_likes_over_a_meal_says_so(hoorn: Programme) -> None:
    found = suggest(plan_of(hoorn), ["IZA"])
    assert open_rounds(found) == {"Lunch": ("takes of the time for Lunch (1)",)}
    assert found.unmet_likes == ()


def test_what_no_session_has_is_said(hoorn: Programme) -> None:
    assert suggest(plan_of(hoorn), ["quantum"]).unmet_likes == ("quantum",)
