"""The features of a programme or an itinerary that a format has no place for."""

from collections.abc import Collection
from enum import Enum
from typing import Self

from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import BlockKind, Programme, Status, Thing
from tui_planner.support.i18n import _

from .markup import is_web_page
from .scope import select_shown

USUAL_MEAL = 20
"""The minutes that a meal needs where the programme does not say."""


class Feature(Enum):
    """Something that a format may be unable to hold; `words` tell people what it is."""

    words: str

    def __new__(cls, words: str) -> Self:
        """Give each a number as its value: in a language two may be told by the same words."""
        member = object.__new__(cls)
        member._value_, member.words = len(cls.__members__), words
        return member

    CANCELLED = _("cancelled sessions, which are left out")
    STATUS = _("which sessions are full or by invitation")
    ROUNDS = _("rounds of choices, which are left out; their sessions are there")
    BLOCK_OF_SESSION = _("which block a session stands in")
    OVERRUNS = _("until when a session may run on")
    INEXACT_STARTS = _("starts that are not exact")
    OPEN_ENDS = _("ends that are not stated")
    GROUPS = _("which sessions are alternatives")
    PARTS = _("which session is part of another")
    REPEATS = _("which session is another run of the same")
    DROP_IN = _("where one may come and go, and where one eats")
    HOSTS = _("hosts")
    DESCRIPTIONS = _("descriptions")
    AGENDAS = _("which part of a description is the agenda")
    TRACKS = _("tracks")
    ADDRESSES = _("addresses")
    ADDRESSES_OFF_THE_WEB = _("addresses that are no web pages")
    SESSION_CAPACITIES = _("the capacities of sessions")
    ROOM_CAPACITIES = _("the capacities of rooms")
    BUILDINGS = _("the buildings of rooms")
    PLACE = _("the venue and city")
    VERSION = _("the version of the programme")
    ABOUT = _("the description of the event")
    LANGUAGE = _("the language of the event")
    DAY_TITLES = _("the titles of days")
    MEAL_MINUTES = _("the minutes that a meal needs")
    ROUTES = _("the ways between rooms")
    ACCEPTED = _("accepted findings")
    APPOINTMENTS = _("your own appointments")
    PRIORITIES = _("your priorities")
    NOTES = _("your notes")
    PRESENCE = _("when you arrive and leave")


NEVER_SHOWN = frozenset(
    {
        *(Feature.GROUPS, Feature.PARTS, Feature.REPEATS, Feature.DROP_IN, Feature.MEAL_MINUTES),
        *(Feature.SESSION_CAPACITIES, Feature.ROOM_CAPACITIES, Feature.BUILDINGS),
        *(Feature.ROUTES, Feature.ACCEPTED, Feature.PRESENCE),
    }
)
"""What no page and no image shows, for it is no part of what people read there."""


def count_unsupported(
    plan: ResolvedItinerary, missing: Collection[Feature], *, mine: bool
) -> list[str]:
    """Count what is lost of a plan in a format, in words such as `hosts (8)`."""
    counts = _counts_of(plan, mine=mine)
    return [
        f"{feature.words} ({counts[feature]})"
        for feature in Feature
        if feature in missing and counts[feature]
    ]


def _counts_of(plan: ResolvedItinerary, *, mine: bool) -> dict[Feature, int]:
    """Count how often each feature occurs in what is exported of a plan."""
    programme = select_shown(plan, mine=mine)
    itinerary = plan.itinerary
    chosen_sessions = (
        [chosen_session.choice for chosen_session in plan.chosen_sessions] if mine else []
    )
    return {
        **_of_sessions(programme),
        **_of_programme(programme),
        Feature.APPOINTMENTS: len(plan.scheduled_appointments) if mine else 0,
        Feature.PRIORITIES: sum(choice.priority != "want" for choice in chosen_sessions),
        Feature.NOTES: sum(bool(choice.note) for choice in chosen_sessions),
        Feature.PRESENCE: int(mine and (itinerary.arrives or itinerary.leaves) is not None),
    }


def _of_sessions(programme: Programme) -> dict[Feature, int]:
    taking_place = [s for s in programme.sessions if s.status is not Status.CANCELLED]
    things: list[Thing] = [*taking_place, *programme.blocks]
    links = [link.url for thing in things for link in thing.links]
    addresses = [*(thing.url for thing in things if thing.url), *links]
    return {
        Feature.CANCELLED: len(programme.sessions) - len(taking_place),
        Feature.STATUS: sum(s.status is not Status.OPEN for s in taking_place),
        Feature.BLOCK_OF_SESSION: sum(s.block is not None for s in taking_place),
        Feature.OVERRUNS: sum(thing.timing.overrun is not None for thing in things),
        Feature.INEXACT_STARTS: sum(thing.timing.around > 0 for thing in things),
        Feature.OPEN_ENDS: sum(not thing.timing.end_stated for thing in things),
        Feature.GROUPS: len({s.group for s in taking_place} - {None}),
        Feature.PARTS: sum(s.part_of is not None for s in taking_place),
        Feature.REPEATS: sum(s.repeat_of is not None for s in taking_place),
        Feature.DROP_IN: sum(s.drop_in or s.meal for s in taking_place),
        Feature.HOSTS: sum(bool(s.hosts) for s in taking_place),
        Feature.DESCRIPTIONS: sum(
            bool(thing.description or getattr(thing, "agenda", "")) for thing in things
        ),
        Feature.AGENDAS: sum(bool(s.agenda) for s in taking_place),
        Feature.TRACKS: sum(bool(s.track) for s in taking_place),
        Feature.ADDRESSES: len(addresses),
        Feature.ADDRESSES_OFF_THE_WEB: sum(not is_web_page(url) for url in addresses),
        Feature.SESSION_CAPACITIES: sum(s.capacity is not None for s in taking_place),
    }


def _of_programme(programme: Programme) -> dict[Feature, int]:
    meals = [block for block in programme.blocks if block.kind is BlockKind.MEAL]
    return {
        Feature.ROUNDS: sum(block.kind is BlockKind.CHOICE for block in programme.blocks),
        Feature.ROOM_CAPACITIES: sum(room.capacity is not None for room in programme.rooms),
        Feature.BUILDINGS: sum(bool(room.building) for room in programme.rooms),
        Feature.PLACE: sum(map(bool, (programme.venue, programme.city))),
        Feature.VERSION: int(bool(programme.version)),
        Feature.ABOUT: int(bool(programme.description)),
        Feature.LANGUAGE: int(bool(programme.language)),
        Feature.DAY_TITLES: sum(bool(day.title) for day in programme.days),
        Feature.MEAL_MINUTES: sum(meal.minutes_needed != USUAL_MEAL for meal in meals),
        Feature.ROUTES: len(programme.routes) + (programme.changeover > 0),
        Feature.ACCEPTED: len(programme.accepted),
    }
