"""`attend`: from when until when the delegate is there."""

from datetime import datetime

from ..i18n import _
from ..itinerary.entered import check_presence, typed_time
from ..itinerary.notices import NoticeKind, notices
from ..itinerary.own import with_presence
from ..itinerary.plan import Plan
from ..programme.model import Programme
from ..wording import clock, short_date
from .changing import begin, begin_adding, entering
from .output import Exit, say, tell
from .parser import Arguments


def run(args: Arguments) -> Exit:
    """Keep the times and say what is missed; print them where none is named."""
    if args.arrives is None and args.leaves is None and not args.clear:
        say(_sentence(begin(args).plan))
        return Exit.OK
    work = begin_adding(args)
    arrives, leaves = (None, None) if args.clear else (work.before.arrives, work.before.leaves)
    with entering():
        arrives = arrives if args.arrives is None else typed_time(args.arrives)
        leaves = leaves if args.leaves is None else typed_time(args.leaves)
        check_presence(work.programme, arrives, leaves)
    plan = work.save(with_presence(work.before, arrives, leaves))
    tell(_sentence(plan))
    for notice in notices(plan):
        if notice.kind is NoticeKind.PRESENCE:
            tell(f"! {notice.message}")
    return Exit.OK


def _sentence(plan: Plan) -> str:
    arrives, leaves = plan.arrives, plan.leaves
    if arrives is None and leaves is None:
        return _("You attend the whole event.")
    if arrives is None:
        text = _("You attend until {until}.")
    elif leaves is None:
        text = _("You attend from {from_}.")
    else:
        text = _("You attend from {from_} until {until}.")
    return text.format(from_=_at(arrives, plan.programme), until=_at(leaves, plan.programme))


def _at(instant: datetime | None, programme: Programme) -> str:
    """A time, with its day where the programme has several."""
    if instant is None:
        return ""
    words = clock(instant, programme.zone)
    if len(programme.days) == 1:
        return words
    return f"{short_date(instant.astimezone(programme.zone).date())} {words}"
