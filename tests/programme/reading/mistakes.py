"""Mistakes that organisers make in a programme of two days, and what must be told of each."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.helpers import DATA

TWO_DAYS = (DATA / "two-days.toml").read_text(encoding="utf-8")


class Mistake(NamedTuple):
    """Lines of the file that are replaced, and what must be told of that.

    Attributes:
        line: The number of the first line, from 1.
        old: The lines that stand there, each with its end; empty where some are added.
        new: The lines that stand there instead.
        rule: The rule of the one finding, and the line and column of its place.
        said: What its message and hint must hold.
        not_judged: The ids of what is not judged for it.
    """

    line: int
    old: str
    new: str
    rule: str
    place: tuple[int, int]
    said: Sequence[str]
    not_judged: Sequence[str] = ()


WALKS = ["walk-the-wharf-1", "walk-the-towers-1", "walk-hidden-courts-1", "lunch-talk", "d1-lunch"]
OPENING = ["d1-opening"]
GHOSTS = ["ghost-tour"]
PANEL = ["panel-who-pays-1"]


def opening(start: str, said: str, place: tuple[int, int] = (110, 9)) -> Mistake:
    """The opening at 09:15, written otherwise."""
    return Mistake(110, 'start = "09:15"\n', f"start = {start}\n", "E003", place, [said], OPENING)


def lunch(start: str, *said: str) -> Mistake:
    """Lunch at 12:15, written otherwise."""
    old = 'start = "12:15"\n' + ('end = "13:45"\n' if len(said) > 1 else "")
    return Mistake(136, old, f"start = {start}\n", "E003", (136, 9), said, WALKS)


def ghosts(end: str, rule: str, *said: str) -> Mistake:
    """The end of a tour from 21:30 to 22:45 on 14 October."""
    return Mistake(895, 'end = "22:45"\n', f"end = {end}\n", rule, (895, 7), said, GHOSTS)


def libraries(line: str, rule: str, column: int, *said: str) -> Mistake:
    """The title of a session."""
    return Mistake(341, 'title = "Libraries"\n', f"{line}\n", rule, (341, column), said)


def panel(line: str, *said: str, rule: str = "E004", column: int = 1) -> Mistake:
    """The end of a panel from 15:30 to 16:45."""
    return Mistake(676, 'end = "16:45"\n', f"{line}\n", rule, (676, column), said)


def zone(name: str, said: str) -> Mistake:
    """The zone, in October."""
    old = 'timezone = "Europe/Amsterdam"\n'
    return Mistake(7, old, f'timezone = "{name}"\n', "E003", (7, 12), [said])


def mayor(lines: str, rule: str, place: tuple[int, int], *said: str) -> Mistake:
    """The hosts of the last session."""
    return Mistake(913, 'hosts = ["Housing group", "Energy group"]\n', lines, rule, place, said)


def day(written: str, said: str, rule: str, column: int) -> Mistake:
    """The day of the opening."""
    line = f"day = {written}\n"
    return Mistake(107, "day = 2026-10-14\n", line, rule, (107, column), [said], OPENING)


MISTAKES = {
    "04 a session as [sessions]": Mistake(
        265, "[[sessions]]\n", "[sessions]\n", "E001", (265, 1), ["[[sessions]]"]
    ),
    "04b the last one as [sessions]": Mistake(
        905, "[[sessions]]\n", "[sessions]\n", "E001", (905, 1), ["[[sessions]]"]
    ),
    "04c the first room as [rooms]": Mistake(
        26, "[[rooms]]\n", "[rooms]\n", "E001", (26, 1), ["[[rooms]]"]
    ),
    "04d [[programme]]": Mistake(
        4, "[programme]\n", "[[programme]]\n", "E003", (4, 1), ["head as [programme]"]
    ),
    "04e [[sesions]]": Mistake(
        265, "[[sessions]]\n", "[[sesions]]\n", "E004", (265, 1), ["[[sessions]]"]
    ),
    "04f [session]": Mistake(
        265, "[[sessions]]\n", "  [session]\n", "E004", (265, 3), ["[[sessions]]"]
    ),
    "04g [program]": Mistake(4, "[programme]\n", "[program]\n", "E004", (4, 1), ["[programme]"]),
    "04h [[sessions]": Mistake(
        265, "[[sessions]]\n", "[[sessions]\n", "E001", (265, 11), ["[[sessions]]"]
    ),
    "04i [[sesion": Mistake(
        265, "[[sessions]]\n", "[[sesion\n", "E001", (265, 9), ["[[sessions]]"]
    ),
    "04j no head at all": Mistake(276, "[[sessions]]\n", "", "E001", (276, 1), ["[[sessions]]"]),
    "04k none between blocks and sessions": Mistake(
        265, "[[sessions]]\n", "", "E001", (265, 1), ["[[sessions]]"]
    ),
    "06 03:30 for 15:30": Mistake(
        675, 'start = "15:30"\n', 'start = "03:30"\n', "E008", (675, 9), ['start = "15:30"?']
    ),
    "06b 03:30 to 04:45 for 15:30 to 16:45": Mistake(
        675,
        'start = "15:30"\nend = "16:45"\n',
        'start = "03:30"\nend = "04:45"\n',
        "E008",
        (675, 9),
        ['start = "15:30" and end = "16:45"?'],
    ),
    "06c an end at 04:45 for 16:45": panel(
        'end = "04:45"', 'end = "16:45"?', rule="E007", column=7
    )._replace(not_judged=PANEL),
    "12 9.15": opening("9.15", 'start = "09:15"'),
    "12b 9.50 is not 9.5": opening("9.50", 'start = "09:50"'),
    "12c 915": opening("915", 'start = "09:15"'),
    "13 09h15": opening('"09h15"', 'start = "09:15"'),
    "13b 9u15": opening('"9u15"', 'start = "09:15"'),
    "13c 09h15 without quotes": opening("09h15", 'start = "09:15"', (110, 10))._replace(
        rule="E001"
    ),
    "14 9:15 AM": opening('"9:15 AM"', 'start = "09:15"'),
    "14b 9 am": opening('"9 am"', 'start = "09:00"'),
    "14c 9:15 a.m.": opening('"9:15 a.m."', 'start = "09:15"'),
    "14d an offset": opening("2026-10-14T07:15:00Z", "start = 2026-10-14T09:15:00"),
    "16 12:15–13:45": lunch('"12:15–13:45"', 'start = "12:15"', 'end = "13:45"'),
    "16b 12.15 - 13.45 uur": lunch('"12.15 - 13.45 uur"', 'start = "12:15"', 'end = "13:45"'),
    "16c 12:15 to 1:45 pm": lunch('"12:15 to 1:45 pm"', 'start = "12:15"', 'end = "13:45"'),
    "16d with the end beside it": lunch('"12:15–13:45"', 'start = "12:15"'),
    "four digits": Mistake(
        110, 'start = "09:15"\n', "start = 0930\n", "E001", (110, 10), ['start = "09:30"'], OPENING
    ),
    "a year that cannot be meant": ghosts("9999-12-31T23:59:00", "E003", ""),
    "before noon, for an evening": ghosts('"09:30"', "E007", "2026-10-15T09:30:00"),
    "17 24:00": ghosts('"24:00"', "E003", "end = 2026-10-15T00:00:00"),
    "17b 24.00 uur": ghosts('"24.00 uur"', "E003", "end = 2026-10-15T00:00:00"),
    "17c 25:30": ghosts('"25:30"', "E003", "end = 2026-10-15T01:30:00"),
    "21 curly quotes": libraries("title = “Libraries”", "E001", 9, "urly", 'title = "Libraries"'),
    "21b one of them": libraries('title = "Libraries”', "E001", 19, "urly", 'title = "Libraries"'),
    "21c German ones": libraries("title = „Libraries“", "E001", 9, "urly", 'title = "Libraries"'),
    "23 a missing comma": mayor(
        'hosts = ["Housing group" "Energy group"]\n',
        "E001",
        (913, 26),
        "comma is missing",
        'hosts = ["Housing group", "Energy group"]',
    ),
    "23b two of them": mayor(
        'hosts = ["A" "B" "C"]\n', "E001", (913, 14), "comma", 'hosts = ["A", "B", "C"]'
    ),
    "23c in a list of several lines": mayor(
        'hosts = [\n  "Housing group"\n  "Energy group",\n]\n',
        "E001",
        (915, 3),
        "comma is missing",
        '"Housing group",',
    ),
    "23d a list that is not closed": mayor(
        'hosts = ["Housing group", "Energy group"\n', "E001", (913, 1), '"]" is missing'
    ),
    "23e a list without brackets": mayor(
        'hosts = "Housing group", "Energy group"\n',
        "E001",
        (913, 24),
        'hosts = ["Housing group", "Energy group"]',
    ),
    "25b CEST": zone("CEST", '"Europe/Amsterdam"'),
    "25c EDT": zone("EDT", '"America/New_York"'),
    "25d UTC+2 in summer": zone("UTC+2", '"Europe/Amsterdam"'),
    "25e UTC+1 in summer": zone("+01:00", '"Europe/London"'),
    "25f a city": zone("Brussels", '"Europe/Brussels"'),
    "25g a city that has none": zone("Europe/Deventer", "IANA"),
    "25h a slip": zone("Europe/Amsterdm", '"Europe/Amsterdam"'),
    "27d 14-10-2026": day("14-10-2026", "day = 2026-10-14", "E001", 9),
    "27e in quotes": day('"14-10-2026"', "day = 2026-10-14", "E003", 7),
    "27f with slashes": day("14/10/2026", "day = 2026-10-14", "E001", 9),
    "27g in words": day('"Wed 14 October 2026"', "day = 2026-10-14", "E003", 7),
    "27h right but for its quotes": day(
        '"2026-10-14"', "without quotes: day = 2026-10-14", "E003", 7
    ),
    "27i by its title": day('"Wednesday"', "day = 2026-10-14", "E003", 7),
    "27j 3/10/2026 on no day": day('"10/15/2026"', "day = 2026-10-15", "E003", 7),
    "53 //": libraries(
        'title = "Libraries" // the new one',
        "E001",
        21,
        '"//"',
        'title = "Libraries" # the new one',
    ),
    "53b a comma behind it": libraries('title = "Libraries",', "E001", 20, '","'),
    "53c a colon": libraries('title: "Libraries"', "E001", 6, '":"', 'title = "Libraries"'),
    "53d no sign at all": libraries('title "Libraries"', "E001", 7, 'title = "Libraries"'),
    "53e quotes in quotes": libraries(
        'title = "The "new" libraries"', "E001", 15, "title = 'The \"new\" libraries'"
    ),
    "55 no [programme]": Mistake(4, "[programme]\n", "", "E002", (4, 1), ["[programme]"]),
    "62 a no-break space": libraries(
        'title\N{NO-BREAK SPACE}= "Libraries"', "E001", 6, "no-break space", 'title = "Libraries"'
    ),
    "62b behind the sign": libraries('title =\N{NO-BREAK SPACE}"Libraries"', "E001", 8, "no-break"),
    "62c no width in a key": libraries(
        'tit\N{ZERO WIDTH SPACE}le = "Libraries"', "E001", 4, "U+200B", 'title = "Libraries"'
    ),
    "62d a byte-order mark": libraries(
        '\N{ZERO WIDTH NO-BREAK SPACE}title = "Libraries"', "E001", 1, "U+FEFF"
    ),
    "63 no width in a reference": Mistake(
        342,
        'room = "north"\n',
        'room = "north\N{ZERO WIDTH SPACE}"\n',
        "E006",
        (342, 8),
        ["U+200B", 'room = "north"'],
    ),
    "63b a soft hyphen": Mistake(
        342,
        'room = "north"\n',
        'room = "nor\N{SOFT HYPHEN}th"\n',
        "E006",
        (342, 8),
        ["U+00AD", 'room = "north"'],
    ),
    "63c in the id itself": Mistake(
        33,
        'id = "north"\n',
        'id = "north\N{ZERO WIDTH SPACE}"\n',
        "E003",
        (33, 6),
        ["U+200B", 'id = "north"'],
    ),
    "67b a date and time in quotes": ghosts(
        '"2026-10-15 01:30"', "E003", "without quotes", "end = 2026-10-15T01:30:00"
    ),
    "67c 00:00": ghosts('"00:00"', "E007", "end = 2026-10-15T00:00:00"),
    "67d 01:30": ghosts('"01:30"', "E007", "end = 2026-10-15T01:30:00"),
    "67e the date of the day before": ghosts(
        "2026-10-14T01:30:00", "E007", "end = 2026-10-15T01:30:00"
    ),
    "70 a wrong year": Mistake(
        21, "date = 2026-10-15\n", "date = 2062-10-15\n", "E009", (21, 8), ["date = 2026-10-15?"]
    ),
    "70c a day that is forgotten": Mistake(
        20,
        '[[days]]\ndate = 2026-10-15\ntitle = "Thursday"\nstart = "08:30"\nend = "18:00"\n',
        "",
        "E009",
        (170, 7),
        ["[[days]]", "date = 2026-10-15"],
    ),
    "70d the same day twice": Mistake(
        21, "date = 2026-10-15\n", "date = 2026-10-14\n", "E005", (21, 8), ["another date"]
    ),
    "70e a block in a wrong year": Mistake(
        107,
        "day = 2026-10-14\n",
        "day = 2027-10-14\n",
        "E009",
        (107, 7),
        ["day = 2026-10-14?"],
    ),
    "70b a wrong month": Mistake(
        21, "date = 2026-10-15\n", "date = 2026-11-15\n", "E009", (21, 8), ["date = 2026-10-15?"]
    ),
    "83 a merge conflict": Mistake(
        342,
        'room = "north"\n',
        '<<<<<<< HEAD\nroom = "north"\n=======\nroom = "south"\n>>>>>>> x\n',
        "E001",
        (342, 1),
        ["merge markers"],
    ),
    "83b with what both began with": Mistake(
        342,
        'room = "north"\n',
        '<<<<<<< a\nroom = "north"\n||||||| b\nroom = "lab"\n=======\nroom = "south"\n>>>>>>> c\n',
        "E001",
        (342, 1),
        ["merge markers"],
    ),
    "83c of whole tables": Mistake(
        904,
        "",
        '<<<<<<< a\n[[sessions]]\nid = "new"\ntitle = "N"\nblock = "d2-r4"\n\n=======\n'
        '[[sessions]]\nid = "newer"\ntitle = "N"\nblock = "d2-r4"\n\n>>>>>>> c\n',
        "E001",
        (904, 1),
        ["merge markers"],
    ),
    "87 uur": lunch('"12.15 uur"', 'start = "12:15"'),
    "87b om 12.15 uur": lunch('"om 12.15 uur"', 'start = "12:15"'),
    "91 duration": panel("duration = 75", 'Did you mean "end"?', 'end = "16:45"'),
    "91b minutes": panel('length = "75 min"', 'end = "16:45"'),
    "91c hours": panel('duur = "1:15"', 'end = "16:45"'),
    "94 name": libraries('name = "Libraries"', "E004", 1, '"title"', 'title = "Libraries"'),
    "94b naam": libraries('naam = "Libraries"', "E004", 1, 'title = "Libraries"'),
    "95 abstract": Mistake(
        346,
        'description = "What cities learned about libraries."\n',
        'abstract = "x"\n',
        "E004",
        (346, 1),
        ['"description"', 'description = "x"'],
    ),
    "95b location, by its name": Mistake(
        342,
        'room = "north"\n',
        'location = "North Room"\n',
        "E004",
        (342, 1),
        ['"room"', 'room = "north"'],
    ),
    "95c speaker": Mistake(
        345,
        'speakers = ["Otto Vos"]\n',
        'speaker = "Otto Vos and Pia Peters"\n',
        "E004",
        (345, 1),
        ['speakers = ["Otto Vos", "Pia Peters"]'],
    ),
    "95d time": Mistake(
        675, 'start = "15:30"\n', 'time = "15:30"\n', "E004", (675, 1), ['start = "15:30"']
    ),
    "95e a number in quotes": Mistake(
        274, "capacity = 390\n", 'capacity = "390"\n', "E003", (274, 12), ["capacity = 390"]
    ),
    "95f one speaker without brackets": Mistake(
        345,
        'speakers = ["Otto Vos"]\n',
        'speakers = "Otto Vos"\n',
        "E003",
        (345, 12),
        ['speakers = ["Otto Vos"]'],
    ),
    "95g an address without its scheme": Mistake(
        341,
        'title = "Libraries"\n',
        'title = "Libraries"\nurl = "www.example.org/x"\n',
        "E003",
        (342, 7),
        ['url = "https://www.example.org/x"'],
    ),
}
