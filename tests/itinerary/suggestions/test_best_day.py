"""Stories of `suggest`, on the shipped programme and on a few sessions."""

from dataclasses import replace

import pytest

from tests.builders import appointment, chosen, clock, plan_of
from tests.helpers import programme_of
from tui_planner.itinerary.notices import NoticeKind, find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.suggestions import day_graph, label_search, lagrangian
from tui_planner.itinerary.suggestions.best_day import (
    Scope,
    Suggestion,
    add_likes,
    apply_suggestion,
    suggest,
)
from tui_planner.itinerary.suggestions.interests import Interests
from tui_planner.programme.model import Programme


def added(suggestion: Suggestion) -> list[str]:
    return [one.session.id for one in suggestion.add]


def dropped(suggestion: Suggestion) -> list[str]:
    return [one.session.id for one in suggestion.drop]


def reasons(suggestion: Suggestion) -> dict[str, tuple[str, ...]]:
    return {one.session.id: one.reasons for one in (*suggestion.add, *suggestion.drop)}


def kinds_after(plan: ResolvedItinerary, suggestion: Suggestion) -> set[NoticeKind]:
    after = ResolvedItinerary(
        plan.programme, apply_suggestion(plan.itinerary, suggestion, plan.programme)
    )
    return {notice.kind for notice in find_notices(after)}


def test_every_empty_round_is_filled_and_nothing_clashes(hoorn: Programme) -> None:
    plan = plan_of(hoorn, "iza-lunch")
    found = suggest(plan, ["digital"])
    blocks = [one.session.block for one in found.add]
    assert blocks == ["ronde-1", "ronde-2", "ronde-3"]
    assert "digital-twins" in added(found)
    assert "veiligheid" not in added(found)  # it may run into the lunch talk
    assert dropped(found) == []
    assert kinds_after(plan, found) == {NoticeKind.MEAL}  # the lunch talk took it before
    assert [notice.kind for notice in found.left] == [NoticeKind.MEAL]


def test_each_has_its_reasons(hoorn: Programme) -> None:
    found = suggest(plan_of(hoorn), ["digital", "VNG"])
    assert reasons(found)["digital-twins"] == (
        "fills Keuzesessies ronde 2",
        'you like "digital"',
        "clashes with nothing",
    )


def test_an_own_appointment_is_in_the_way(hoorn: Programme) -> None:
    plan = plan_of(hoorn, appointments=(appointment("Call", "11:30", "12:40"),))
    assert [one.session.block for one in suggest(plan, []).add] == ["ronde-2", "ronde-3"]


def test_a_possible_clash_weighs_more_than_liking_and_less_than_a_round(hoorn: Programme) -> None:
    call = appointment("Call", "16:20", "16:40")
    plan = plan_of(hoorn, appointments=(call,))
    assert "asielketen" not in added(suggest(plan, ["asielketen"]))
    rest = tuple(s for s in hoorn.sessions if s.block != "ronde-3" or s.id == "asielketen")
    only = plan_of(replace(hoorn, sessions=rest), appointments=(call,))
    (why,) = [r for id_, r in reasons(suggest(only, [])).items() if id_ == "asielketen"]
    assert why[0] == "fills Keuzesessies ronde 3"
    assert why[1].startswith("16:20–16:40, maybe 20 minutes with Call")


def test_a_meal_is_kept_before_what_is_liked(hoorn: Programme) -> None:
    assert "iza-lunch" not in added(suggest(plan_of(hoorn), ["IZA"]))


def test_what_is_full_is_never_added(hoorn: Programme) -> None:
    found = suggest(plan_of(hoorn), ["Gouden", "leerlooiers"])
    assert "wandeling-gouden-erfgoed" not in added(found)
    assert "wandeling-westerdijk" in added(found)


def test_nothing_is_added_while_the_delegate_is_away(hoorn: Programme) -> None:
    found = suggest(plan_of(hoorn, arrives=clock("12:00"), leaves=clock("15:30")), [])
    assert [one.session.block for one in found.add] == ["ronde-2"]


def test_of_two_that_clash_the_higher_priority_stays(hoorn: Programme) -> None:
    plan = plan_of(
        hoorn, chosen(hoorn, "iza-lunch", priority="must"), "strandwandeling", "samen-slim"
    )
    found = suggest(plan, [], Scope.WHOLE_DAY)
    assert dropped(found) == ["strandwandeling"]
    assert reasons(found)["strandwandeling"] == (
        "is at the same time as Actualiteit IZA/AZWA (lunchbespreking)",
    )
    assert "samen-slim" not in added(found)
    assert dropped(suggest(plan, [])) == []


def test_a_choice_with_its_note_stays_as_it_is(hoorn: Programme) -> None:
    plan = plan_of(hoorn, chosen(hoorn, "iza-lunch", note="ask about money"))
    found = suggest(plan, [], Scope.WHOLE_DAY)
    after = apply_suggestion(plan.itinerary, found, hoorn)
    assert after.choices[0] == plan.itinerary.choices[0]
    assert [choice.session for choice in after.choices[1:]] == added(found)


RUNS = """
[[sessions]]
id = "red"
title = "Red"
start = "09:00"
end = "10:00"
[[sessions]]
id = "red-again"
title = "Red"
start = "11:00"
end = "12:00"
repeat_of = "red"
[[sessions]]
id = "blue"
title = "Blue"
start = "09:30"
end = "10:30"
"""


def test_another_run_leaves_room_for_both() -> None:
    assert added(suggest(plan_of(programme_of(RUNS)), ["red", "blue"])) == ["blue", "red-again"]


def test_one_run_is_dropped_for_the_other() -> None:
    plan = plan_of(programme_of(RUNS), "red", "red-again")
    found = suggest(plan, ["blue"], Scope.WHOLE_DAY)
    assert (added(found), dropped(found)) == (["blue"], ["red"])
    assert reasons(found)["red"][-1] == "Red is another run of it"


def test_only_the_day_that_is_meant(hoorn: Programme) -> None:
    other_day = hoorn.days[0].date.replace(day=1)
    assert added(suggest(plan_of(hoorn), ["digital"], day=other_day)) == []
    assert added(suggest(plan_of(hoorn), ["digital"], day=hoorn.days[0].date))


def test_a_track_itself_counts_most_and_short_words_stand_alone() -> None:
    programme = programme_of(
        """
[[sessions]]
id = "a"
title = "Painting with AI"
start = "09:00"
end = "10:00"
[[sessions]]
id = "b"
title = "Said in the main hall"
start = "09:00"
end = "10:00"
track = "Ai"
[[sessions]]
id = "c"
title = "Chair painting"
start = "11:00"
end = "12:00"
"""
    )
    assert added(suggest(plan_of(programme), ["AI"])) == ["b"]
    points = [Interests(["áI"], programme.sessions).score(one) for one in programme.sessions]
    assert points[1] > points[0] > points[2] == 0


def test_likes_are_kept_once(hoorn: Programme) -> None:
    itinerary = add_likes(add_likes(plan_of(hoorn).itinerary, ["a", "b"]), ["b", "c"])
    assert itinerary.likes == ("a", "b", "c")


def test_the_way_between_two_rooms_is_kept_free() -> None:
    programme = programme_of(
        """
changeover = 10
[[rooms]]
id = "a"
name = "A"
[[rooms]]
id = "b"
name = "B"
[[sessions]]
id = "in-time"
title = "Red"
start = "09:00"
end = "10:00"
room = "a"
[[sessions]]
id = "too-late"
title = "Red and blue"
start = "09:05"
end = "10:05"
room = "a"
[[sessions]]
id = "next"
title = "Red and green"
start = "10:12"
end = "11:00"
room = "b"
"""
    )
    assert added(suggest(plan_of(programme), ["red", "blue"])) == ["in-time", "next"]


def test_a_day_that_is_not_proven_to_be_the_best_is_allowed_and_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("_MOST_ARCS", "_MOST_PRICINGS"):
        monkeypatch.setattr(lagrangian, name, 0)
    monkeypatch.setattr(label_search, "_WIDTHS", (1, 1))
    hours = range(9, 17)
    programme = programme_of(
        "\n".join(
            f'[[sessions]]\nid = "{name}-{hour}"\ntitle = "{name}"\ngroup = "{name}"\n'
            f'start = "{hour:02}:{minute:02}"\nend = "{hour + 1:02}:{minute:02}"'
            for hour in hours
            for minute, name in zip((0, 20, 40), ("red", "blue", "green"), strict=True)
        )
    )
    found = suggest(plan_of(programme), ["red", "blue", "green"])
    titles = [one.session.title for one in found.add]
    assert len(titles) == len(set(titles)) > 0
    assert not found.is_proven


def test_too_many_days_and_limits_across_them_leave_a_day_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(day_graph, "_MOST_DAYS", 2)
    programme = programme_of(
        "\n".join(
            f'[[sessions]]\nid = "{name}-{hour}"\ntitle = "{name}"\ngroup = "{name}"\n'
            f'start = "{hour:02}:{minute:02}"\nend = "{hour:02}:{minute + 15:02}"\n'
            f'overrun = "{hour + 2:02}:00"'
            for hour in range(9, 17)
            for minute, name in zip((0, 20, 40), ("red", "blue", "green"), strict=True)
        )
    )
    plan = plan_of(programme, chosen(programme, "green-16", priority="must"))
    for scope in Scope:
        found = suggest(plan, ["red", "blue"], scope)
        assert {one.session.title for one in found.add} == {"red", "blue"}
        assert dropped(found) == []


def test_what_is_full_gives_way_to_what_is_as_important(hoorn: Programme) -> None:
    plan = plan_of(hoorn, "wandeling-gouden-erfgoed", "strandwandeling")
    assert dropped(suggest(plan, [], Scope.WHOLE_DAY)) == ["wandeling-gouden-erfgoed"]
    alone = plan_of(hoorn, chosen(hoorn, "wandeling-gouden-erfgoed", priority="maybe"))
    assert dropped(suggest(alone, [], Scope.WHOLE_DAY)) == []


def test_too_many_days_to_tell_apart_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(day_graph, "_MOST_DAYS", 2)
    programme = programme_of(
        "\n".join(
            f'[[sessions]]\nid = "s{number}"\ntitle = "Red"\nstart = "09:{number:02}"\n'
            f'end = "09:{number + 1:02}"\noverrun = "1{number}:00"'
            for number in range(5)
        )
    )
    ids = [session.id for session in programme.sessions]
    plan = plan_of(programme, *(chosen(programme, id_, priority="must") for id_ in ids))
    found = suggest(plan, [], Scope.WHOLE_DAY)
    assert dropped(found) == []
    assert not found.is_proven
    monkeypatch.undo()
    assert suggest(plan, [], Scope.WHOLE_DAY).is_proven


def words_day(*titles: str) -> Programme:
    return programme_of(
        "\n".join(
            f'[[sessions]]\nid = "s{number}"\ntitle = "{title}"\nstart = "{9 + number}:00"\n'
            f'end = "{9 + number}:30"\ntrack = "Trusted Computing"'
            for number, title in enumerate(titles)
        )
    )


@pytest.mark.parametrize(
    ("like", "titles", "wanted", "why"),
    [
        ("rust", ["Rust 101", "Zero trust", "A"], ["s0"], 'you like "rust"'),
        ("java", ["JavaScript", "Java today", "A"], ["s1"], 'you like "java"'),
        ("java", ["JavaScript", "B", "A"], ["s0"], 'you like "java" (begins "javascript")'),
        (
            "zorg",
            ["De woonzorgvisie", "Zorgvuldig"],
            ["s1"],
            'you like "zorg" (begins "zorgvuldig")',
        ),
        (
            "zorg",
            ["De woonzorgvisie", "B"],
            ["s0"],
            'you like "zorg" (only a part of "woonzorgvisie")',
        ),
        (
            "rust day",
            ["Trusted daylight", "Day of rust"],
            ["s1"],
            'you like "rust day"',
        ),
        ("rus", ["Trust", "Rusty"], [], ""),  # a short word stands alone
    ],
)
def test_whole_words_first_then_beginnings_then_parts(
    like: str, titles: list[str], wanted: list[str], why: str
) -> None:
    found = suggest(plan_of(words_day(*titles)), [like])
    assert added(found) == wanted
    assert [one.reasons[0] for one in found.add] == [why] * len(wanted)


def test_a_closer_word_counts_for_more_than_a_likelier_place() -> None:
    programme = words_day("Java today", "Painting", "Zorgvuldig")
    interests = Interests(["java", "zorg"], programme.sessions)
    whole, none, beginning = (interests.score(one) for one in programme.sessions)
    assert whole > beginning > none == 0


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
