"""`suggest`: the best day from what is chosen and liked."""

from tui_planner.cli.arguments import add_day, add_file, add_formats
from tui_planner.cli.parser import Arguments, Parser, Subcommand
from tui_planner.support.i18n import _


def run(args: Arguments) -> int:
    """Print what is proposed, and take it where so asked."""
    from tui_planner.cli.actions.planning.suggest import suggest_day

    return suggest_day(args)


def _add_arguments(parser: Parser) -> None:
    add_file(parser)
    add_day(parser)
    parser.add_argument(
        "--whole-day", action="store_true", help=_("let what is chosen compete, by its priority")
    )
    parser.add_argument(
        "--like",
        action="append",
        default=[],
        metavar=_("WORD"),
        help=_("a word or track you like; a part of a word counts only where nothing is closer"),
    )
    parser.add_argument(
        "--take", action="store_true", help=_("choose and drop so, and keep what you like")
    )
    add_formats(parser, "text", "json")


COMMAND = Subcommand(
    "suggest",
    _("propose the best day, and say why"),
    run,
    _add_arguments,
    order=80,
    about=_(
        "The best day keeps what you must and want to attend, then fills the most rounds, then "
        "keeps the time for meals, then has the fewest possible and tight clashes, and then most "
        "of what you like."
    ),
)
