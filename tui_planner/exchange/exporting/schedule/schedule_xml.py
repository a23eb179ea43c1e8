"""schedule.xml as frab writes it, valid against the schema of voc."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tui_planner import __version__
from tui_planner.exchange.exporting.markup import drop_illegal, is_web_page
from tui_planner.programme.model import Programme

from .frab_schedule import TIMESLOT, ScheduleDay, ScheduleEvent, make_acronym, make_schedule_days


def make_schedule_xml(programme: Programme) -> str:
    """Make a schedule.xml of a programme."""
    days = list(make_schedule_days(programme))
    schedule = Element("schedule")
    SubElement(schedule, "generator", name="tui-planner", version=__version__)
    _add(schedule, "version", programme.version)
    schedule.append(_conference(programme, days))
    schedule.extend(_day(day) for day in days)
    indent(schedule)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(schedule, "unicode") + "\n"


def _conference(programme: Programme, days: list[ScheduleDay]) -> Element:
    conference = Element("conference")
    for name, text in (
        ("title", programme.title),
        ("acronym", make_acronym(programme, "-")),
        ("start", days[0].date.isoformat()),
        ("end", days[-1].date.isoformat()),
        ("days", str(len(days))),
        ("timeslot_duration", TIMESLOT),
        ("time_zone_name", programme.zone.key),
    ):
        _add(conference, name, text)
    if is_web_page(programme.url):
        _add(conference, "url", programme.url)
    tracks = (session.track for session in programme.sessions)
    for track in dict.fromkeys(filter(None, map(drop_illegal, tracks))):
        SubElement(conference, "track", name=track)
    return conference


def _day(day: ScheduleDay) -> Element:
    element = Element(
        "day",
        index=str(day.index),
        date=day.date.isoformat(),
        start=day.start.isoformat(),
        end=day.end.isoformat(),
    )
    for name, events in day.rooms.items():
        room = SubElement(element, "room", name=name)
        room.extend(_event(event) for event in events)
    return element


def _event(event: ScheduleEvent) -> Element:
    element = Element("event", guid=event.guid, id=str(event.number))
    for name, text in (
        ("room", event.room),
        ("title", event.title),
        ("type", event.kind),
        ("date", event.start.isoformat()),
        ("start", f"{event.start:%H:%M}"),
        ("duration", event.duration),
        ("abstract", ""),
        ("slug", event.slug),
        ("track", event.track),
        ("language", event.language),
        ("description", event.description),
    ):
        _add(element, name, text)
    persons = SubElement(element, "persons")
    for speaker in event.speakers:
        _add(persons, "person", speaker)
    if event.url:
        _add(element, "url", event.url)
    links = SubElement(element, "links") if event.links else element
    for url, title in event.links:
        SubElement(links, "link", href=url).text = title or url
    return element


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = drop_illegal(text) or None
