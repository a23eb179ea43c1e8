"""`attend`: from when until when the delegate is there."""

from tui_planner.cli.loading.edit_session import begin, begin_adding, explain_input_errors
from tui_planner.cli.output import Exit, say, tell
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.editing.input_parsing import check_presence, parse_time
from tui_planner.itinerary.edits import set_presence
from tui_planner.itinerary.notices import NoticeKind, find_notices
from tui_planner.itinerary.presence import explain_presence


def edit_presence(args: Arguments) -> Exit:
    """Keep the times and say what is missed; print them where none is named."""
    if args.arrives is None and args.leaves is None and not args.clear:
        say(explain_presence(begin(args).plan))
        return Exit.OK
    work = begin_adding(args)
    arrives, leaves = (None, None) if args.clear else (work.before.arrives, work.before.leaves)
    with explain_input_errors():
        arrives = arrives if args.arrives is None else parse_time(args.arrives)
        leaves = leaves if args.leaves is None else parse_time(args.leaves)
        check_presence(work.programme, arrives, leaves)
    plan = work.save(set_presence(work.before, arrives, leaves))
    tell(explain_presence(plan))
    for notice in find_notices(plan):
        if notice.kind is NoticeKind.PRESENCE:
            tell(f"! {notice.message}")
    return Exit.OK
