"""`attend`: from when until when the delegate is there."""

from tui_planner.cli.edit_session import begin, begin_adding, entering
from tui_planner.cli.output import Exit, say, tell
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.editing.input_parsing import check_presence, typed_time
from tui_planner.itinerary.edits import with_presence
from tui_planner.itinerary.notices import NoticeKind, notices
from tui_planner.itinerary.presence import presence_sentence


def run(args: Arguments) -> Exit:
    """Keep the times and say what is missed; print them where none is named."""
    if args.arrives is None and args.leaves is None and not args.clear:
        say(presence_sentence(begin(args).plan))
        return Exit.OK
    work = begin_adding(args)
    arrives, leaves = (None, None) if args.clear else (work.before.arrives, work.before.leaves)
    with entering():
        arrives = arrives if args.arrives is None else typed_time(args.arrives)
        leaves = leaves if args.leaves is None else typed_time(args.leaves)
        check_presence(work.programme, arrives, leaves)
    plan = work.save(with_presence(work.before, arrives, leaves))
    tell(presence_sentence(plan))
    for notice in notices(plan):
        if notice.kind is NoticeKind.PRESENCE:
            tell(f"! {notice.message}")
    return Exit.OK
