"""The summary of a plan in one line."""

from collections import Counter
from collections.abc import Iterable

from tui_planner.programme.model import Status
from tui_planner.support.i18n import _, ngettext

from .notices import Notice, NoticeKind
from .resolved import ResolvedItinerary


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
