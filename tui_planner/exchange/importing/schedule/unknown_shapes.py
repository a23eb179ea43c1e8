"""Sentences for XML and JSON of a shape that is not known: what it is, and what to export."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tui_planner.programme.time_text import join_choices
from tui_planner.support.i18n import _

_SCHEDULE_TAGS = frozenset(
    {
        *("schedule", "conference", "day", "room", "version", "generator", "title", "acronym"),
        *("start", "end", "date", "days", "city", "venue", "url", "base_url", "time_zone_name"),
        *("timeslot_duration", "track", "logo", "subtitle", "description", "day_change", "colors"),
    }
)
"""What a schedule.xml has around its events."""
_MOST_NAMED = 5
_LONGEST_NAME = 40
"""Characters."""


def describe_root(tag: str) -> str:
    """Describe XML that begins with another element than `<schedule>`."""
    kind = _kinds().get(tag.lower())
    if kind is not None:
        text = _("This XML is {kind}, and no schedule. {advice}")
        return text.format(kind=kind, advice=advise_export())
    text = _("This XML is no schedule: it begins with <{tag}>, and not with <schedule>. {advice}")
    return text.format(tag=_cut(tag), advice=advise_export())


def describe_without_events(tags: Counter[str]) -> str:
    """Describe a schedule.xml without any event; `tags` is how often each element is in it."""
    others = [tag for tag, _number in tags.most_common() if tag.lower() not in _SCHEDULE_TAGS]
    if not others:
        text = _("There is no session in this schedule.xml: it has no <event>. {advice}")
        return text.format(advice=advise_export())
    named = join_choices([f"<{_cut(tag)}>" for tag in others[:_MOST_NAMED]])
    text = _("There is no session in this schedule.xml: it has {tags}, and not <event>. {advice}")
    return text.format(tags=named, advice=advise_export())


def describe_json(data: object) -> str:
    """Describe JSON that has no `schedule` in it."""
    if not isinstance(data, Mapping) or not data:
        text = _("This JSON is no schedule: there is nothing in it. {advice}")
    elif "schedule" in data:
        text = _('This JSON is no schedule: its "schedule" has no "conference" in it. {advice}')
    else:
        text = _('This JSON is no schedule: it has {keys}, and no "schedule". {advice}')
    keys = _name_keys(data) if isinstance(data, Mapping) else ""
    return text.format(keys=keys, advice=advise_export())


def describe_json_without_events(schedule: Mapping[str, object]) -> str:
    """Describe a schedule.json without any event; `schedule` is what it has in its `schedule`."""
    text = _(
        "There is no session in this schedule.json: its days have none, and it has no list of "
        '"events". It has {keys}. {advice}'
    )
    return text.format(keys=_name_keys(schedule), advice=advise_export())


def advise_export() -> str:
    """Say what to export from where a file of an unknown shape comes from."""
    return _("Export a schedule.xml, a schedule.json or an .ics file, and import that.")


def _name_keys(keys: Iterable[object]) -> str:
    named = [f'"{_cut(str(key))}"' for key in keys]
    return ", ".join([*named[:_MOST_NAMED], *(["…"] if len(named) > _MOST_NAMED else [])])


def _cut(name: str) -> str:
    return name[:_LONGEST_NAME]


def _kinds() -> Mapping[str, str]:
    """Name what other files of XML are, by the elements that they begin with."""
    return {
        "rss": _("a feed of news (RSS)"),
        "rdf": _("a feed of news (RSS)"),
        "feed": _("a feed of news (Atom)"),
        "kml": _("a map (KML)"),
        "gpx": _("a route (GPX)"),
        "svg": _("a picture (SVG)"),
        "html": _("a page of HTML"),
        "urlset": _("a list of pages (sitemap)"),
        "sitemapindex": _("a list of pages (sitemap)"),
        "opml": _("a list of feeds (OPML)"),
        "plist": _("a list of settings (plist)"),
        "envelope": _("an answer of a service (SOAP)"),
    }
