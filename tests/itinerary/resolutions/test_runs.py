"""The resolutions of a clash by another run of a session, or an alternative to it."""

import pytest

from tests.builders import appointment, chosen, clock, plan_of
from tests.helpers import programme_of
from tests.itinerary.one_clash import ROUND, brief, of_kind, resolutions, talk
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.resolutions.resolution import ResolutionKind

RUNS = talk("a", "10:00", "11:00") + talk("b", "10:00", "11:00")


@pytest.mark.parametrize(
    ("choice", "runs"),
    [
        ("a", talk("later", "14:00", "15:00", repeat_of="a")),
        ("a", talk("later", "14:00", "15:00", repeat_of="x") + talk("x", "9:00", repeat_of="a")),
        ("again", talk("again", "10:00", "11:00", repeat_of="later") + talk("later", "14:00")),
        (
            "again",
            talk("again", "10:00", "11:00", repeat_of="x")
            + talk("x", "10:00", "11:00")
            + talk("later", "14:00", "15:00", repeat_of="x"),
        ),
    ],
)
def test_another_run_is_the_best_way(choice: str, runs: str) -> None:
    programme = programme_of(RUNS + runs)
    plan = plan_of(programme, chosen(programme, choice, priority="must", note="Bring a pen"), "b")
    resolution = resolutions(plan)[0]
    assert brief(resolution) in {
        ("repeat", "the run at 14:00", 0, False),
        ("repeat", "the run at 09:00", 0, False),
    }
    repeat = next(resolution for resolution in resolutions(plan) if resolution.instead == "later")
    taken = repeat.apply(plan.itinerary).choices
    assert [one.session for one in taken] == ["later", "b"]
    assert (taken[0].priority, taken[0].note) == ("must", "Bring a pen")
    assert taken[0].start == Choice.of(programme.session_by_id["later"], programme).start


def test_another_run_on_another_day() -> None:
    head = '[programme]\ntitle = "Two days"\ntimezone = "Europe/Amsterdam"\n'
    days = "[[days]]\ndate = 2025-02-13\n[[days]]\ndate = 2025-02-14\n"
    body = talk("a", "10:00", "11:00") + talk("b", "10:00", "11:00")
    body = body.replace("id =", "day = 2025-02-13\nid =")
    run = talk("run", "10:00", "11:00", repeat_of="a").replace("id =", "day = 2025-02-14\nid =", 1)
    resolution = resolutions(plan_of(programme_of(days + body + run, head), "a", "b"))[0]
    assert resolution.label == "the run at Fri 14 Feb 10:00"
    assert (
        resolution.message
        == "Attend RUN at another time, Fri 14 Feb 10:00–11:00: you miss nothing."
    )


@pytest.mark.parametrize(
    ("start", "more"),
    [
        ("10:30", {}),  # at the time of the other
        ("12:30", {}),  # at the time of something else that is chosen
        ("14:00", {"status": "full"}),
        ("14:00", {"status": "cancelled"}),
        ("14:00", {"status": "invitation"}),
        ("15:30", {}),  # after the delegate has left
    ],
)
def test_a_run_that_does_not_fit(start: str, more: dict[str, str]) -> None:
    hour = f"{int(start[:2]) + 1}{start[2:]}"
    body = RUNS + talk("c", "12:00", "13:00") + talk("run", start, hour, repeat_of="a", **more)
    plan = plan_of(programme_of(body), "a", "b", "c", leaves=clock("15:00"))
    assert of_kind(plan, ResolutionKind.REPEAT) == []


def test_a_run_that_fits_less_well_says_so_and_comes_later() -> None:
    body = RUNS + talk("c", "12:00", "13:00", overrun="13:15")
    body += talk("near", "13:00", "14:00", repeat_of="a")
    body += talk("late", "15:00", "16:00", repeat_of="a")
    plan = plan_of(programme_of(body), "a", "b", "c")
    assert [resolution.message for resolution in of_kind(plan, ResolutionKind.REPEAT)] == [
        "Attend LATE at another time, 15:00–16:00: you miss nothing.",
        "Attend NEAR at another time, 13:00–14:00: you miss nothing. It may not quite fit with C.",
    ]


@pytest.mark.parametrize("common", [{"group": "walks"}, {"block": "round"}])
def test_an_alternative_of_the_group_or_block(common: dict[str, str]) -> None:
    body = ROUND + talk("a", "10:00", "10:30", **common) + talk("b", "10:00", "11:00")
    alternative = talk("c", "10:30", "11:00", **common)
    other = talk("d", "10:30", "11:00")
    call = appointment("Call", "10:00", "10:30")
    plan = plan_of(programme_of(body + alternative + other), "a", appointments=(call,))
    (resolution,) = of_kind(plan, ResolutionKind.ALTERNATIVE)
    assert resolution.message == "Take C (10:30–11:00) instead of A: you miss 30 minutes of that."
    assert resolution.label == "take C"
    assert [one.session for one in resolution.apply(plan.itinerary).choices] == ["c"]


def test_few_alternatives_are_enough() -> None:
    body = ROUND + talk("a", "10:00", "11:00", block="round")
    body += "".join(talk(f"c{n}", "10:30", "11:00", block="round") for n in range(20))
    plan = plan_of(programme_of(body), "a", appointments=(appointment("Call", "10:00", "10:30"),))
    assert len(of_kind(plan, ResolutionKind.ALTERNATIVE)) == 3


def test_a_part_of_what_gives_way_is_no_alternative_to_it() -> None:
    body = ROUND + talk("a", "10:00", "11:00", block="round")
    body += talk("part", "10:30", "11:00", block="round", part_of="a")
    plan = plan_of(programme_of(body), "a", appointments=(appointment("Call", "10:00", "10:30"),))
    assert of_kind(plan, ResolutionKind.ALTERNATIVE) == []
