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


WORKSHOP = """\
[[blocks]]
id = "round"
title = "Round"
kind = "choice"
start = "10:00"
end = "11:00"
[[sessions]]
id = "welcome"
title = "Welcome"
block = "round"
part_of = "workshop"
start = "10:00"
end = "10:15"
[[sessions]]
id = "exercise"
title = "Exercise with dikes"
block = "round"
part_of = "workshop"
start = "10:15"
end = "11:00"
[[sessions]]
id = "talk"
title = "Talk"
block = "round"
start = "10:00"
end = "11:00"
[[sessions]]
id = "workshop"
title = "Workshop"
block = "round"
"""


def test_a_round_is_filled_with_a_whole_and_not_with_a_part_of_it() -> None:
    found = suggest(plan_of(programme_of(WORKSHOP)), ["workshop"])
    assert added(found) == ["workshop"]
    assert added(suggest(plan_of(programme_of(WORKSHOP)), [])) in (["talk"], ["workshop"])


def test_who_likes_a_part_is_offered_the_whole() -> None:
    found = suggest(plan_of(programme_of(WORKSHOP)), ["dikes"])
    assert added(found) == ["workshop"]
    assert 'you like "dikes"' in reasons(found)["workshop"]


def test_where_the_whole_is_full_a_part_fills_the_round() -> None:
    text = WORKSHOP.replace('title = "Workshop"', 'title = "Workshop"\nstatus = "full"')
    found = suggest(plan_of(programme_of(text)), ["dikes"])
    assert added(found) == ["exercise"]


def test_a_part_that_one_chose_fills_its_round() -> None:
    assert added(suggest(plan_of(programme_of(WORKSHOP), "welcome"), ["dikes"])) == []
