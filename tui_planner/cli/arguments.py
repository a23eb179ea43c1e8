"""Arguments that several commands take."""

from argparse import ArgumentParser

from tui_planner.support.i18n import _

from .formats.plain_lines import parse_width


def add_file(parser: ArgumentParser) -> None:
    """Take the programme as a word of its own."""
    parser.add_argument("file", nargs="?", metavar=_("FILE"), help=_("the programme"))


def add_formats(parser: ArgumentParser, default: str, *others: str) -> None:
    """Let the user say how to print; in the first format where they do not."""
    parser.add_argument(
        "--format", choices=(default, *others), default=default, help=_("how to print")
    )


def add_day(parser: ArgumentParser) -> None:
    """Let the user name a day; `find_day` tells which it is."""
    parser.add_argument("--day", metavar=_("DAY"), help=_("a date, or a number from 1"))


def add_width(parser: ArgumentParser) -> None:
    """Let the user say in how many columns to print."""
    parser.add_argument(
        "--width",
        type=parse_width,
        metavar=_("N"),
        help=_("how many columns wide; 40 fits a phone"),
    )


def add_ascii(parser: ArgumentParser) -> None:
    """Let the user have all drawn with ASCII."""
    parser.add_argument("--ascii", action="store_true", help=_("draw with ASCII alone"))
