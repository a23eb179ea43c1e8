"""For how long a clash lasts, and why it or its minutes are only possible, in words."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from tui_planner.programme.time_text import format_clock, format_minutes
from tui_planner.support.i18n import _

from .judge import Attendable, Clash, Reason, Verdict


def format_met(clash: Clash) -> str:
    """Say for how long two things meet; where that rests on an end nobody states, what is sure."""
    minutes = format_minutes(clash.minutes)
    if clash.verdict is not Verdict.CERTAIN or not clash.reasons:
        return minutes
    sure = clash.first.timing.sure.overlap(clash.second.timing.sure)
    least = format_minutes(sure.minutes if sure else 0)
    return _("at least {least}, likely {minutes}").format(least=least, minutes=minutes)


def explain_reasons(clash: Clash, zone: ZoneInfo, name: Callable[[Attendable], str]) -> str:
    """Write the reasons of a clash, its two things called by `name`."""
    return ", ".join(_in_words(reason, clash, zone, name) for reason in clash.reasons)


def _in_words(
    reason: Reason, clash: Clash, zone: ZoneInfo, name: Callable[[Attendable], str]
) -> str:
    match reason:
        case Reason.OVERRUN:
            until = format_clock(clash.former.timing.last_end, zone)
            return _("{name} may run until {time}").format(name=name(clash.former), time=until)
        case Reason.AROUND:
            return _("the start of {name} is not exact").format(name=name(clash.latter))
        case Reason.END_NOT_STATED if clash.first.timing.open_end and clash.second.timing.open_end:
            return _("their ends are not stated")
        case Reason.END_NOT_STATED if clash.verdict is Verdict.CERTAIN:
            one = clash.first if clash.first.timing.open_end else clash.second
            return _("the end of {name} is not stated").format(name=name(one))
        case Reason.END_NOT_STATED:
            return _("the end of {name} is not stated").format(name=name(clash.former))
