"""The resolutions of a clash: which there are, in what order, and what each costs."""

from typing import Any

import pytest

from tests.builders import appointment, chosen, clock, plan_of
from tests.helpers import HEAD, programme_of
from tests.itinerary.one_clash import ROUND, brief, of_kind, resolutions, said, talk
from tui_planner.itinerary.notices import find_notices
from tui_planner.itinerary.resolutions.resolution import ResolutionKind
from tui_planner.itinerary.resolutions.resolutions_of import find_resolutions
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

# -- The table of the design, on the shipped programme --


IZA = "Actualiteit IZA/AZWA (lunchbespreking)"
BEACH = "Strandwandeling over dijkversterking en stadsstrand"
DIJK = "Westerdijk en Westfries Museum (stadswandeling)"
STROOM = "Slim met stroom door warmte te benutten!"

TABLE = [
    (
        ("iza-lunch", "strandwandeling"),
        [
            ("keep", f"keep {BEACH}", 45, False),
            ("keep", f"keep {IZA}", 55, True),
        ],
    ),
    (
        ("veiligheid", "iza-lunch"),
        [
            ("leave", "leave at 12:30: Veiligheid", 30, True),
            ("join", f"join at 13:00: {IZA}", 15, False),
            ("keep", "keep Veiligheid", 45, False),
            ("keep", f"keep {IZA}", 60, False),
            ("alternative", f"take {STROOM}", 60, False),
        ],
    ),
    (
        ("veiligheid", "wandeling-westerdijk"),
        [
            ("leave", "leave at 12:30: Veiligheid", 30, True),
            ("join", f"join at 13:00: {DIJK}", 15, True),
            ("keep", "keep Veiligheid", 55, True),
            ("keep", f"keep {DIJK}", 60, False),
            ("alternative", f"take {STROOM}", 60, False),
        ],
    ),
    (
        ("veiligheid", "slim-met-stroom"),
        [
            ("keep", "keep Veiligheid", 60, False),
            ("keep", f"keep {STROOM}", 60, False),
        ],
    ),
]


@pytest.mark.parametrize(("pair", "wanted"), TABLE)
def test_the_table(
    hoorn: Programme, pair: tuple[str, str], wanted: list[tuple[str, str, int, bool]]
) -> None:
    found = [brief(resolution) for resolution in resolutions(plan_of(hoorn, *pair))]
    for resolution in wanted:
        assert resolution in found
    others = [resolution for resolution in found if resolution not in wanted]
    assert all(kind == "alternative" for kind, *_rest in others)
    assert [kind for kind, *_rest in found if kind != "alternative"] == [
        kind for kind, *_rest in wanted if kind != "alternative"
    ]


def test_in_words(hoorn: Programme) -> None:
    told = said(plan_of(hoorn, "veiligheid", "iza-lunch"))
    assert told[:5] == [
        "Leave Veiligheid at 12:30: you miss at most 30 minutes of it.",
        f"Join {IZA} at 13:00: you miss 15 minutes of it.",
        f"Keep Veiligheid and drop {IZA}: you miss 45 minutes.",
        f"Keep {IZA} and drop Veiligheid: you miss 60 minutes.",
        "Take Nota Ruimte en ruimtelijk economisch perspectief (11:30–12:30) instead of "
        "Veiligheid: you miss 60 minutes of that.",
    ]


# -- Keep --


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("must", "want", "A"),
        ("must", "maybe", "A"),
        ("want", "maybe", "A"),
        ("want", "must", "B"),
        ("maybe", "want", "B"),
        ("want", "want", "A"),  # it is the longer one
    ],
)
def test_what_matters_more_is_what_keep_proposes(first: str, second: str, kept: str) -> None:
    programme = programme_of(talk("a", "10:00", "11:30") + talk("b", "10:00", "11:00"))
    plan = plan_of(
        programme, chosen(programme, "a", priority=first), chosen(programme, "b", priority=second)
    )
    keeps = of_kind(plan, ResolutionKind.KEEP)
    assert keeps[0].label == f"keep {kept}"
    assert len(keeps) == 2


def test_keeping_drops_the_other_and_nothing_else() -> None:
    programme = programme_of(talk("a", "10:00", "11:30") + talk("b", "10:00", "11:00"))
    plan = plan_of(programme, "a", "b")
    keep_a, _keep_b = of_kind(plan, ResolutionKind.KEEP)
    assert [one.session for one in keep_a.apply(plan.itinerary).choices] == ["a"]


def test_an_appointment_gives_way_last() -> None:
    programme = programme_of(talk("a", "10:00", "11:00"))
    must = chosen(programme, "a", priority="must")
    plan = plan_of(programme, must, appointments=(appointment("Call", "10:00", "10:50"),))
    assert said(plan) == [
        "Keep Call and drop A: you miss 60 minutes.",
        "Keep A and drop Call: you miss 50 minutes.",
    ]
    after = resolutions(plan)[1].apply(plan.itinerary)
    assert after.appointments == ()
    assert after.choices == plan.itinerary.choices


def test_a_plenary_is_kept_not_dropped() -> None:
    plenary = ROUND.replace("choice", "plenary").replace("Round", "Opening")
    plan = plan_of(programme_of(plenary + talk("a", "10:00", "11:00")), "a")
    assert said(plan) == ["Keep Opening and drop A: you miss 60 minutes."]


def test_of_two_appointments_either_is_kept() -> None:
    programme = programme_of(talk("a", "18:00", "19:00"))
    calls = (appointment("Call", "10:00", "11:00"), appointment("Walk", "10:30", "11:30"))
    plan = plan_of(programme, appointments=calls)
    kept = [resolution.apply(plan.itinerary).appointments for resolution in resolutions(plan)]
    assert kept == [calls[1:], calls[:1]]


def test_what_nobody_has_said_the_length_of() -> None:
    programme = programme_of(talk("a", "10:00") + talk("b", "10:00", "11:00"))
    told = said(plan_of(programme, "a", "b"))
    assert "Keep B and drop A: you miss an unknown time." in told


# -- Leave early, join late --


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (("10:00", "11:00", {}), ("10:45", "12:00", {}), ["leave at 10:45: A", "join at 11:00: B"]),
        # Half of it, or half an hour, must be left.
        (("10:00", "11:00", {}), ("10:30", "11:00", {}), ["leave at 10:30: A"]),
        (("10:00", "11:00", {}), ("10:29", "11:00", {}), []),
        (("10:00", "13:00", {}), ("10:29", "13:00", {}), []),
        (("10:00", "13:00", {}), ("10:30", "13:00", {}), ["leave at 10:30: A"]),
        (("10:00", "10:10", {}), ("10:05", "10:20", {}), ["leave at 10:05: A", "join at 10:10: B"]),
        # The one within the other: before it or behind it.
        (("10:00", "12:00", {}), ("10:30", "11:00", {}), ["join at 11:00: A", "leave at 10:30: A"]),
        # A start that is not exact is stayed clear of.
        (
            ("10:00", "11:00", {}),
            ("10:50", "12:00", {"around": 5}),
            ["join at 11:00: B", "leave at 10:45: A"],
        ),
        # So is an overrun; who leaves at the stated end misses nothing that is planned.
        (
            ("10:00", "11:00", {"overrun": "11:20"}),
            ("11:10", "12:00", {}),
            ["leave at 11:00: A", "join at 11:20: B"],
        ),
    ],
)
def test_when_to_leave_and_to_join(
    one: tuple[str, str, dict[str, Any]], other: tuple[str, str, dict[str, Any]], wanted: list[str]
) -> None:
    programme = programme_of(talk("a", *one[:2], **one[2]) + talk("b", *other[:2], **other[2]))
    found = of_kind(plan_of(programme, "a", "b"), ResolutionKind.LEAVE, ResolutionKind.JOIN)
    assert [resolution.label for resolution in found] == wanted


@pytest.mark.parametrize(
    ("end", "wanted"),
    [("10:40", ["join at 10:40: A"]), ("10:41", [])],
)
def test_who_knows_no_end_at_all_joins_within_half_an_hour(end: str, wanted: list[str]) -> None:
    late = talk("late", "17:00", "18:00")  # the day goes on; A may be over by then
    body = talk("a", "10:10") + talk("b", "10:20", end) + late
    programme = programme_of(body, f"{HEAD}default_duration = 120\n")
    found = of_kind(plan_of(programme, "a", "b"), ResolutionKind.LEAVE, ResolutionKind.JOIN)
    assert [resolution.label for resolution in found] == wanted


def test_what_it_costs() -> None:
    programme = programme_of(
        talk("a", "10:00", "11:00", overrun="11:10") + talk("b", "10:45", "12:00", around=5)
    )
    told = said(plan_of(programme, "a", "b"))
    assert "Leave A at 10:40: you miss at most 30 minutes of it." in told
    assert "Join B at 11:10: you miss at most 30 minutes of it." in told


HALLS = """\
[[rooms]]
id = "hall"
name = "Hall"
[[rooms]]
id = "attic"
name = "Attic"
[[routes]]
from = "hall"
to = "attic"
minutes = 12
"""


def test_a_tight_change_costs_the_minutes_that_are_missing() -> None:
    first = talk("a", "10:00", "11:00", room="hall")
    second = talk("b", "11:05", "12:00", room="attic")
    plan = plan_of(programme_of(HALLS + first + second), "a", "b")
    assert said(plan)[:2] == [
        "Leave A at 10:53: you miss 7 minutes of it.",
        "Join B at 11:12: you miss 7 minutes of it.",
    ]


def test_the_way_counts_where_they_overlap_too() -> None:
    first = talk("a", "10:00", "11:00", room="hall")
    second = talk("b", "10:50", "12:00", room="attic")
    plan = plan_of(programme_of(HALLS + first + second), "a", "b")
    assert said(plan)[:2] == [
        "Leave A at 10:38: you miss 22 minutes of it.",
        "Join B at 11:12: you miss 22 minutes of it.",
    ]


def test_what_matters_less_is_cut_short_first() -> None:
    programme = programme_of(talk("a", "10:00", "11:00") + talk("b", "10:40", "12:00"))
    plan = plan_of(programme, chosen(programme, "a", priority="must"), "b")
    assert [
        resolution.label for resolution in of_kind(plan, ResolutionKind.LEAVE, ResolutionKind.JOIN)
    ] == [
        "join at 11:00: B",
        "leave at 10:40: A",
    ]


def test_an_appointment_is_gone_to_in_time() -> None:
    programme = programme_of(talk("a", "10:00", "11:00"))
    plan = plan_of(programme, "a", appointments=(appointment("Call", "10:45", "11:15"),))
    assert said(plan) == [
        "Leave A at 10:45: you miss 15 minutes of it.",
        "Keep Call and drop A: you miss 60 minutes.",
        "Keep A and drop Call: you miss 30 minutes.",
    ]


def test_own_times_are_kept_and_priority_and_note_too() -> None:
    programme = programme_of(talk("a", "10:00", "12:00") + talk("b", "11:30", "12:30"))
    choice = chosen(programme, "a", join=clock("10:20"), priority="must", note="Bring a pen")
    plan = plan_of(programme, choice, "b")
    leave = next(
        resolution for resolution in resolutions(plan) if resolution.kind is ResolutionKind.LEAVE
    )
    assert leave.cost.minutes == 30
    after = leave.apply(plan.itinerary).find_choice("a")
    assert after == choice._replace(leave=clock("11:30"))


def test_a_way_that_would_make_another_clash_certain_is_not_offered() -> None:
    """With an end of one's own it is sure that one is still there at 12:00."""
    walk = talk("walk", "11:00") + talk("b", "14:00", "15:00") + talk("c", "12:00", "12:30")
    programme = programme_of(walk, f"{HEAD}default_duration = 240\n")
    plan = plan_of(programme, "walk", "b", "c")
    pair = next(
        notice.pair for notice in find_notices(plan) if notice.pair and "b" in notice.things
    )
    assert ResolutionKind.LEAVE not in [
        resolution.kind for resolution in find_resolutions(pair, plan)
    ]
    alone = plan_of(programme, "walk", "b")
    assert ResolutionKind.LEAVE in [resolution.kind for resolution in resolutions(alone)]


def test_past_midnight() -> None:
    head = '[programme]\ntitle = "Night"\ntimezone = "Europe/Amsterdam"\n'
    days = "[[days]]\ndate = 2025-02-13\nend = 2025-02-14T03:00:00\n"
    body = (
        '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "23:00"\nend = 2025-02-14T01:00:00\n'
        '[[sessions]]\nid = "b"\ntitle = "B"\nstart = 2025-02-14T00:30:00\n'
        "end = 2025-02-14T02:00:00\n"
    )
    programme = programme_of(days + body, head)
    plan = plan_of(programme, "a", "b")
    for resolution in of_kind(plan, ResolutionKind.LEAVE, ResolutionKind.JOIN):
        assert resolution.cost.minutes == 30
        assert not find_notices(ResolvedItinerary(programme, resolution.apply(plan.itinerary)))
    assert len(of_kind(plan, ResolutionKind.LEAVE, ResolutionKind.JOIN)) == 2


def test_a_session_of_more_than_a_day() -> None:
    head = '[programme]\ntitle = "Two days"\ntimezone = "Europe/Amsterdam"\n'
    days = "[[days]]\ndate = 2025-02-13\nend = 2025-02-14T18:00:00\n[[days]]\ndate = 2025-02-14\n"
    body = (
        '[[sessions]]\nid = "hack"\ntitle = "Hackathon"\nday = 2025-02-13\nstart = "10:00"\n'
        'end = 2025-02-14T13:00:00\n[[sessions]]\nid = "b"\ntitle = "B"\nday = 2025-02-14\n'
        'start = "12:00"\nend = "14:00"\n'
    )
    programme = programme_of(days + body, head)
    plan = plan_of(programme, "hack", "b")
    (leave,) = of_kind(plan, ResolutionKind.LEAVE)
    attended = (
        ResolvedItinerary(programme, leave.apply(plan.itinerary))
        .chosen_by_id["hack"]
        .session.timing
    )
    assert (leave.cost.minutes, attended.planned.minutes) == (60, 26 * 60)


def test_a_way_out_of_what_was_dropped_meanwhile_changes_nothing(hoorn: Programme) -> None:
    """Another window may have done so."""
    plan = plan_of(hoorn, "veiligheid", "iza-lunch")
    empty = plan.itinerary.drop("veiligheid", "iza-lunch")
    for resolution in resolutions(plan):
        assert resolution.apply(empty) == empty
