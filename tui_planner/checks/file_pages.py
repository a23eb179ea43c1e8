"""The pages of the rules about the file itself, E001 to E010."""

from collections.abc import Mapping

from tui_planner.programme import file_rules as rules
from tui_planner.programme.problem import Rule
from tui_planner.support.i18n import _

from .rule_page import EXAMPLE_HEAD, RulePage

_TALK = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "10:00"\nend = "11:00"\n'
_ROUND = (
    '[[blocks]]\nid = "round-1"\nkind = "choice"\ntitle = "Round 1"\n'
    'start = "10:00"\nend = "11:00"\n\n'
)
_DAY = '[[days]]\ndate = 2025-02-13\nstart = "09:00"\nend = "17:00"\n\n'
_DAYS_HEAD = EXAMPLE_HEAD.replace("date = 2025-02-13\n", "")

FILE_PAGES: Mapping[Rule, RulePage] = {
    rules.SYNTAX: RulePage(
        _("The file is not TOML: a quote, a bracket or an equals sign is missing or too many."),
        EXAMPLE_HEAD.replace('"A day"', '"A day'),
        EXAMPLE_HEAD,
    ),
    rules.MISSING_KEY: RulePage(
        _("A key or a table that is required is not there."),
        _TALK.replace('title = "Talk"\n', ""),
        _TALK,
    ),
    rules.BAD_VALUE: RulePage(
        _("A value of the wrong type, or one that cannot be read: a time, a zone, a kind."),
        _TALK.replace('"10:00"', "1000"),
        _TALK,
    ),
    rules.UNKNOWN_KEY: RulePage(
        _("A key or a table that the format does not have, most often a slip of the pen."),
        _TALK.replace("title", "titel").replace("[[sessions]]", '[[sessions]]\ntitle = "Talk"'),
        _TALK,
    ),
    rules.DUPLICATE_ID: RulePage(
        _("One id for two sessions or blocks, or for two rooms; or one date for two days."),
        f"{_TALK}\n{_TALK}",
        f"{_TALK}\n{_TALK.replace('talk', 'second-talk')}",
    ),
    rules.UNKNOWN_REFERENCE: RulePage(
        _("A block, a room or a session is named by an id that nothing has."),
        f'{_ROUND}{_TALK}block = "ronde-1"\n',
        f'{_ROUND}{_TALK}block = "round-1"\n',
    ),
    rules.END_BEFORE_START: RulePage(
        _("Something ends before it starts, or its overrun lies before its end."),
        _TALK.replace("11:00", "09:00"),
        _TALK,
    ),
    rules.OUTSIDE_BLOCK: RulePage(
        _(
            "A session that starts before its block or after its end, or that ends after it "
            "without an overrun."
        ),
        f'{_ROUND}{_TALK}block = "round-1"\n'.replace(
            '"Talk"\nstart = "10:00"', '"Talk"\nstart = "09:30"'
        ),
        f'{_ROUND}{_TALK}block = "round-1"\n',
    ),
    rules.OUTSIDE_DAY: RulePage(
        _(
            "Something on a day that the programme does not list, or outside the start and end "
            "of its day."
        ),
        f"{_DAYS_HEAD}\n{_DAY}{_TALK.replace('11:00', '17:30')}",
        f"{_DAYS_HEAD}\n{_DAY}{_TALK}",
    ),
    rules.UNREADABLE: RulePage(
        _(
            "The file is not there, is a folder, is larger than 50 MB, is not UTF-8, or holds more "
            "than 20,000 sessions."
        ),
        "# saved as Latin-1\n" + EXAMPLE_HEAD.replace("A day", "Een dag in België"),
        "# saved as UTF-8\n" + EXAMPLE_HEAD.replace("A day", "Een dag in België"),
        encoding="latin-1",
    ),
}
