"""A plan in one line: what is chosen and clashes, and what is next."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from tui_planner.itinerary.notices import Notice, NoticeKind
from tui_planner.itinerary.on_now import find_day_of
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Status
from tui_planner.programme.time_text import format_minutes
from tui_planner.programme.timing import MINUTE
from tui_planner.support.i18n import _, ngettext


def summarise(plan: ResolvedItinerary, found: Iterable[Notice], *, brief: bool = False) -> str:
    """Summarise a plan in one line: `4 chosen · 1 full · 1 clash · Round 3 still open`.

    What is full or cancelled is not counted as chosen. In brief, that and one part more.
    """
    states = Counter(one.session.status for one in plan.chosen_sessions)
    lost = {
        _("{n} full"): states[Status.FULL],
        _("{n} cancelled"): states[Status.CANCELLED],
    }
    number = len(plan.chosen_sessions) + len(plan.gone) - sum(lost.values())
    parts = [ngettext("{n} chosen", "{n} chosen", number).format(n=number)]
    found = [notice for notice in found if notice.kind is not NoticeKind.STATUS]
    counted = Counter(notice.kind for notice in found)
    certain, possible = counted[NoticeKind.CERTAIN], counted[NoticeKind.POSSIBLE]
    tight = counted[NoticeKind.TIGHT]
    other = len(found) - certain - possible - tight
    if certain:
        parts.append(ngettext("{n} clash", "{n} clashes", certain).format(n=certain))
    if possible:
        text = ngettext("{n} possible clash", "{n} possible clashes", possible)
        parts.append(text.format(n=possible))
    if tight:
        text = ngettext("{n} tight change", "{n} tight changes", tight)
        parts.append(text.format(n=tight))
    if other:
        parts.append(ngettext("{n} notice", "{n} notices", other).format(n=other))
    told = [text.format(n=count) for text, count in lost.items() if count]
    if brief:
        return " · ".join([*parts, *told][:2])
    parts[1:1] = told
    to_choose = plan.rounds_to_choose
    if len(to_choose) == 1:
        parts.append(_("{title} still open").format(title=to_choose[0].title))
    elif to_choose:
        text = ngettext("{n} round still open", "{n} rounds still open", len(to_choose))
        parts.append(text.format(n=len(to_choose)))
    return " · ".join(parts)


def describe_next(plan: ResolvedItinerary, now: datetime) -> str:
    """Describe what of one's own begins next on the day itself, and in how many minutes.

    Empty on any other day, and when nothing is to come.
    """
    day = find_day_of(plan.programme, now)
    timed = [
        *(
            (one.session.timing, one.session.title, one.session.room)
            for one in plan.chosen_sessions
        ),
        *((one.timing, one.appointment.title, one.room) for one in plan.scheduled_appointments),
    ]
    coming = [
        one
        for one in timed
        if one[0].start > now and not one[0].all_day
        if find_day_of(plan.programme, one[0].start) == day
    ]
    if day is None or not coming:
        return ""
    timing, title, room = min(coming, key=lambda one: one[0].start)
    wait = format_minutes(-((now - timing.start) // MINUTE))
    text = _("next in {minutes}: {title}").format(title=title, minutes=wait)
    return ", ".join(filter(None, (text, plan.programme.get_room_name(room))))
