"""Faults of the file itself, E001 to E010.

They are found while a file is read, so their numbers and names stand in `programme.file_rules`;
here are their pages. A file that has one is checked for nothing else.
"""

from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import EXAMPLE_HEAD, RulePage
from tui_planner.programme import file_rules
from tui_planner.support.i18n import _

_TALK = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "10:00"\nend = "11:00"\n'
_ROUND = (
    '[[blocks]]\nid = "round-1"\nkind = "choice"\ntitle = "Round 1"\n'
    'start = "10:00"\nend = "11:00"\n\n'
)
_DAY = '[[days]]\ndate = 2025-02-13\nstart = "09:00"\nend = "17:00"\n\n'
_DAYS_HEAD = EXAMPLE_HEAD.replace("date = 2025-02-13\n", "")

SYNTAX = RegisteredRule(
    file_rules.SYNTAX,
    RulePage(
        finds=_(
            "The file is not TOML: a quote, a bracket or an equals sign is missing or too many."
        ),
        breaks=EXAMPLE_HEAD.replace('"A day"', '"A day'),
        mended=EXAMPLE_HEAD,
    ),
)

MISSING_KEY = RegisteredRule(
    file_rules.MISSING_KEY,
    RulePage(
        finds=_("A key or a table that is required is not there."),
        breaks=_TALK.replace('title = "Talk"\n', ""),
        mended=_TALK,
    ),
)

BAD_VALUE = RegisteredRule(
    file_rules.BAD_VALUE,
    RulePage(
        finds=_("A value of the wrong type, or one that cannot be read: a time, a zone, a kind."),
        breaks=_TALK.replace('"10:00"', "1000"),
        mended=_TALK,
    ),
)

UNKNOWN_KEY = RegisteredRule(
    file_rules.UNKNOWN_KEY,
    RulePage(
        finds=_("A key or a table that the format does not have, most often a slip of the pen."),
        breaks=_TALK.replace("title", "titel").replace(
            "[[sessions]]", '[[sessions]]\ntitle = "Talk"'
        ),
        mended=_TALK,
    ),
)

DUPLICATE_ID = RegisteredRule(
    file_rules.DUPLICATE_ID,
    RulePage(
        finds=_("One id for two sessions or blocks, or for two rooms; or one date for two days."),
        breaks=f"{_TALK}\n{_TALK}",
        mended=f"{_TALK}\n{_TALK.replace('talk', 'second-talk')}",
    ),
)

UNKNOWN_REFERENCE = RegisteredRule(
    file_rules.UNKNOWN_REFERENCE,
    RulePage(
        finds=_("A block, a room or a session is named by an id that nothing has."),
        breaks=f'{_ROUND}{_TALK}block = "ronde-1"\n',
        mended=f'{_ROUND}{_TALK}block = "round-1"\n',
    ),
)

END_BEFORE_START = RegisteredRule(
    file_rules.END_BEFORE_START,
    RulePage(
        finds=_("Something ends before it starts, or its overrun lies before its end."),
        breaks=_TALK.replace("11:00", "09:00"),
        mended=_TALK,
    ),
)

OUTSIDE_BLOCK = RegisteredRule(
    file_rules.OUTSIDE_BLOCK,
    RulePage(
        finds=_(
            "A session that starts before its block or after its end, or that ends after it "
            "without an overrun."
        ),
        breaks=f'{_ROUND}{_TALK}block = "round-1"\n'.replace(
            '"Talk"\nstart = "10:00"', '"Talk"\nstart = "09:30"'
        ),
        mended=f'{_ROUND}{_TALK}block = "round-1"\n',
    ),
)

OUTSIDE_DAY = RegisteredRule(
    file_rules.OUTSIDE_DAY,
    RulePage(
        finds=_(
            "Something on a day that the programme does not list, or outside the start and end "
            "of its day."
        ),
        breaks=f"{_DAYS_HEAD}\n{_DAY}{_TALK.replace('11:00', '17:30')}",
        mended=f"{_DAYS_HEAD}\n{_DAY}{_TALK}",
    ),
)

UNREADABLE = RegisteredRule(
    file_rules.UNREADABLE,
    RulePage(
        finds=_(
            "The file is not there, is a folder, is larger than 50 MB, is not UTF-8, or holds more "
            "than 20,000 sessions."
        ),
        breaks="# saved as Latin-1\n" + EXAMPLE_HEAD.replace("A day", "Een dag in België"),
        mended="# saved as UTF-8\n" + EXAMPLE_HEAD.replace("A day", "Een dag in België"),
        encoding="latin-1",
    ),
)
