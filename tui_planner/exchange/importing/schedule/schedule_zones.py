"""The zones of a schedule: its own, that of times without one, and that of the programme."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.draft.draft import Note, NoteKind
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.zone_names import find_zone
from tui_planner.programme.time_text import join_words
from tui_planner.support.i18n import _

from .event_times import TimeZones
from .schedule_records import PublishedSchedule
from .written_starts import WrittenStart
from .zone_evidence import Evidence, weigh_evidence

_LONGEST_TOLD = 60
"""Characters."""


def find_zones(
    published: PublishedSchedule, starts: Sequence[WrittenStart], wished: str, notes: list[Note]
) -> TimeZones:
    """Find the zones of a schedule; what is decided goes to the notes.

    Args:
        published: The schedule.
        starts: The starts of its events.
        wished: The IANA name of the zone that the user wishes; empty where they name none.
        notes: Those of the import.
    """
    about = published.conference
    named = about.get("time_zone_name") or about.get("timezone") or about.get("time_zone") or ""
    own = find_zone(named)
    if own is not None:
        if own != named.strip():
            message = _("The time zone {name} is {zone}.").format(name=flatten(named), zone=own)
            notes.append(Note(NoteKind.MENDED, _("head of the file"), message))
        return TimeZones(ZoneInfo(own), ZoneInfo(own), ZoneInfo(wished or own))
    evidence = weigh_evidence(published, starts)
    if wished:
        own = evidence.zone if evidence.has_offsets else wished
        return TimeZones(ZoneInfo(own), ZoneInfo(wished), ZoneInfo(wished), outweighs_offsets=False)
    own = evidence.zone or "UTC"
    message = _describe_guess(evidence, flatten(named)[:_LONGEST_TOLD])
    notes.append(Note(NoteKind.GUESSED, _("head of the file"), message))
    return TimeZones(ZoneInfo(own), ZoneInfo(own), ZoneInfo(own))


def _describe_guess(evidence: Evidence, named: str) -> str:
    """Describe which zone is taken, and why, where the schedule names none that is known."""
    if not evidence.zone:
        if named:
            text = _('There is no time zone "{name}": UTC is taken, unless --timezone says which.')
        else:
            text = _("It names no time zone: UTC is taken, unless --timezone says which.")
        return text.format(name=named)
    words = {
        "city": _("its city"),
        "days": _("the offsets of its days"),
        "clocks": _("the clock times beside its dates"),
        "dates": _("the offsets of its dates"),
    }
    signs = join_words([word for sign, word in words.items() if sign in evidence.signs])
    if named:
        text = _('There is no time zone "{name}": {zone} is taken, going by {signs}.')
    else:
        text = _("It names no time zone: {zone} is taken, going by {signs}.")
    return text.format(name=named, zone=evidence.zone, signs=signs)
