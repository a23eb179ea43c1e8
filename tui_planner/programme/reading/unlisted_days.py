"""The dates that rows stand on and the file does not list as days, each told once (E009)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from tui_planner.programme import file_rules
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.support.i18n import _, ngettext

from .event_days import EventDays
from .validation import AnyTable, Tables


def report_unlisted(tables: Tables, event: EventDays) -> None:
    """Report each date that is no day of the event: once, where it is most likely wrong.

    That is at a day on which nothing is, if there is one.
    """
    located_tables: list[AnyTable] = [*tables["blocks"], *tables["sessions"]]
    used = {located.table.day for located in located_tables}
    used |= {at.date() for one in located_tables if isinstance(at := one.table.start, datetime)}
    unused = [day for day in event.days if day not in used]
    for day, paths in event.unlisted.items():
        rows = [path for path in paths if path[0] in {"blocks", "sessions"}]
        if len(rows) < 2:
            for path in paths:
                _report_not_a_day(event, day, path)
        elif wrong := _find_nearest(day, unused):
            unused.remove(wrong)
            _report_wrong_day(event, tables, wrong, day, len(rows))
        elif len(tables["days"]) <= len(event.days):  # if not, one stands there twice: E005
            _report_missing_day(event, day, rows)


def _report_not_a_day(event: EventDays, day: date, path: KeyPath) -> None:
    message = _("{date} is not a day of this programme.").format(date=day)
    hint = _("Its days: {days}. Past midnight, give the day an end in [[days]].").format(
        days=event.format_days()
    )
    if near := _find_nearest(day, event.days, most=1):
        hint = _("Do you mean {line}?").format(line=f"{path[-1]} = {near}")
    event.collector.add(file_rules.OUTSIDE_DAY, path, message, hint)


def _report_missing_day(event: EventDays, day: date, paths: Sequence[KeyPath]) -> None:
    count = len(paths)
    message = _("{date} is not a day of this programme.").format(date=day)
    more = ngettext("{n} block or session is on it.", "{n} blocks and sessions are on it.", count)
    hint = _("Write it as a day: [[days]], and below that date = {date}").format(date=day)
    message = f"{message} {more.format(n=count)}"
    event.collector.add(file_rules.OUTSIDE_DAY, paths[0], message, hint)


def _report_wrong_day(event: EventDays, tables: Tables, wrong: date, day: date, count: int) -> None:
    """Report the day of the event on which nothing is, in place of what is on another."""
    located = next((one for one in tables["days"] if one.table.date == wrong), tables.programme)
    message = ngettext(
        "Nothing is on {wrong}, and {n} block or session on {date}, which is no day here.",
        "Nothing is on {wrong}, and {n} blocks and sessions on {date}, which is no day here.",
        count,
    ).format(wrong=wrong, n=count, date=day)
    hint = _("Do you mean {line}?").format(line=f"date = {day}")
    event.collector.add(file_rules.OUTSIDE_DAY, located.at("date"), message, hint)


def _find_nearest(day: date, days: Iterable[date], most: int = 8) -> date | None:
    """Find the date that differs from another in the fewest digits.

    None where more than `most` differ, or two dates are as near.
    """
    written = str(day)
    differing = sorted(
        (sum(one != two for one, two in zip(written, str(other), strict=True)), other)
        for other in days
    )
    if not differing or differing[0][0] > most:
        return None
    is_only = len(differing) == 1 or differing[1][0] > differing[0][0]
    return differing[0][1] if is_only else None
