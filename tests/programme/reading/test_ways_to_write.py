"""Files as people save them: each reads the same, and each fault is told where it stands."""

from pathlib import Path

import pytest

from tests.helpers import HEAD, SHIPPED, read_programme
from tests.programme.marked import LUNCH, WALK, places, read_marked, session, unmarked
from tui_planner.programme.model import Programme

_PLAIN = HEAD + LUNCH + WALK

_SAME = {
    "comments everywhere": """\
# first
  # and more
[programme] # head
title = "A day" # not "this"
date = 2025-02-13# close
timezone = "Europe/Amsterdam" # [not a head]
# [[sessions]]
[[blocks]] # lunch
id = "lunch"
kind = "meal" # = "x"
title = "Lunch"
start = "12:30"
end = "13:45"
[[sessions]]#x
id = "walk"
title = "A walk"
start = "12:45"
end = "13:30"
# last""",
    "inline tables": """\
programme = { title = "A day", date = 2025-02-13, timezone = "Europe/Amsterdam" }
blocks = [{ id = "lunch", kind = "meal", title = "Lunch", start = "12:30", end = "13:45" }]
sessions = [
  { id = "walk", title = "A walk", start = "12:45", end = "13:30" }, # one
]
""",
    "inline tables over several lines": """\
programme = {
  title = "A day", # TOML 1.1
  date = 2025-02-13,
  timezone = "Europe/Amsterdam",
}
blocks = [ { id = "lunch", kind = "meal",
             title = "Lunch", start = 12:30, end = 13:45, }, ]
sessions = [{
  id = "walk", title = "A walk",
  start = "12:45", end = "13:30" }]
""",
    "dotted keys": """\
programme.title = "A day"
programme . date = 2025-02-13
"programme".'timezone' = "Europe/Amsterdam"
blocks = [{ id = "lunch", kind = "meal", title = "Lunch", start = "12:30", end = "13:45" }]
sessions = [{ id = "walk", title = "A walk", start = "12:45", end = "13:30" }]
""",
    "out of order": """\
[[sessions]]
end = "13:30"
start = "12:45"
title = "A walk"
id = "walk"

[[blocks]]
end = "13:45"
start = "12:30"
title = "Lunch"
kind = "meal"
id = "lunch"

[programme]
timezone = "Europe/Amsterdam"
date = 2025-02-13
title = "A day"
""",
    "spaces and quotes": """\
  [ programme ]
\ttitle\t=\t'A day'
  "date"=2025-02-13
'timezone'   =   "Europe\\u002FAmsterdam"
 [[ blocks ]]
id='lunch'
kind=\"\"\"meal\"\"\"
title='''Lunch'''
start="12.30"
end="13:45:00"
[[ "sessions" ]]
id = "\\u0077alk"
title = \"\"\"
A \\
   walk\"\"\"
start = 12:45:00
end = 2025-02-13 13:30:00
""".replace('"13:45:00"', "13:45:00"),
}


def _written(tmp_path: Path, data: bytes) -> Programme:
    path = tmp_path / "programme.toml"
    path.write_bytes(data)
    reading = read_programme(str(path))
    assert reading.programme is not None, reading.problems
    return reading.programme


@pytest.mark.parametrize("text", _SAME.values(), ids=_SAME.keys())
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order mark"])
def test_the_same_programme_written_otherwise_is_the_same(
    tmp_path: Path, text: str, line_end: str, mark: bytes
) -> None:
    plain = _written(tmp_path, _PLAIN.encode())
    assert _written(tmp_path, mark + text.replace("\n", line_end).encode()) == plain


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_the_shipped_programme_is_the_same_with_the_line_ends_of_windows(
    tmp_path: Path, line_end: str, hoorn: Programme
) -> None:
    data = SHIPPED.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", line_end.encode())
    assert _written(tmp_path, data) == hoorn


_FAULTY = [
    '\n[[sessions]]\n\t\tid\t=\t"x"\n\ttitle = "X"\n\t\tstart\t=\t«E003»930\n',
    "\n  «E002»[[ sessions ]] # head\n  id = 'x'\n  start = '12:00'\n",
    "\n[[sessions]]\nid = 'x'\ntitle = «E003»'''[[sessions]]\nstart = 930'''\nstart = «E003»930\n",
    session('description = """\n[[rooms]]\nid = 5 # "no"\n\\""" still\n"""\ncapacity = «E003»"x"'),
    session('description = """a""""\ncapacity = «E003»"x"'),
    session("description = '''it''s '''''\ncapacity = «E003»'x'"),
    session('description = "\\\\"\ncapacity = «E003»"x"'),
    session('hosts = [ # [\n  "a]", \'b"\', # "c"\n\n  "é🎉", «E003»5, ]\ncapacity = «E003»1.5'),
    session('hosts = [["a", ["b"]], "c"]'.replace('[["a"', '[«E003»["a"')),
    session("«E004»x = { a = [{ b = '}' }, 1], c = ']' }\ncapacity = «E003»''"),
    session("«E004»a.b.c = 1\n«E004»d . e = 2\n«E004»'f g'.h = 3"),
    '«E004»[sessions_.x]\ny = 1\n[[blocks]]\nid = «E003»5\nkind="meal"\ntitle="B"\nstart="12:00"\n',
]


@pytest.mark.parametrize("text", _FAULTY)
def test_faults_are_told_where_they_stand(text: str) -> None:
    read_marked(text)


@pytest.mark.parametrize("title", ["é", "🎉", "👩‍👩‍👧", "日本語", "a\u0301", "x\u00a0", "\ufeff"])
def test_columns_count_characters(title: str) -> None:
    text = f'sessions = [{{ id = "x", title = "{title}", url = «E003»5, start = "12:00" }}]\n'
    read_marked("", text + HEAD)


def test_a_line_separator_ends_no_line_of_the_file() -> None:
    read_marked(session("url = «E003»'a\u2028b'\nhosts = ['é', «E003»5]"))


def test_arrays_of_tables_may_stand_in_any_order() -> None:
    room = '[[rooms]]\nid = "{0}"\nname = "R"\n'
    read_marked(
        room.format("a")
        + session("capacity = «E003»''")
        + room.format("b")
        + "floor = 1\n".replace("floor", "«E004»floor")
        + session("room = 'b'\naround = «E003»''").replace("'walk'", "'x'").replace("walk", "w2")
        + "«E002»[[rooms]]\nid = 'c'\n"
    )


def test_a_table_of_inline_tables_lacks_its_key_at_its_brace() -> None:
    sound = "{ id = 'x', title = 'X', start = '12:00' }"
    text = f"sessions = [ {sound}, «E002»{{ id = 'y',\n title = 'Y' }} ]\n"
    read_marked("", text + HEAD)


def test_a_dotted_programme_lacks_its_key_where_it_first_stands() -> None:
    read_marked("", "«E002»programme.title = 'T'\nprogramme.date = 2025-02-13\n")


def test_an_empty_last_line_and_none_are_the_same() -> None:
    for end in ("", "\n", "\n\n", "  ", "\t# end"):
        read_marked(WALK.rstrip("\n") + end)


def test_the_places_of_a_marked_text_are_counted_from_one() -> None:
    assert unmarked("«A»x\n y«B C»") == ("x\n y", [("A", 1, 1), ("B", 2, 3), ("C", 2, 3)])
    assert places(()) == []
