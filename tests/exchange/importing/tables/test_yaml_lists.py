"""Lists of sessions in YAML: what stands there is what is meant, and nothing in them acts."""

import pytest

from tests.exchange.importing.support import clock, notes_of, programme
from tests.helpers import soon
from tui_planner.exchange.importing.detect_format import detect_format
from tui_planner.exchange.importing.formats import yaml_list
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_schedule import import_schedule

SITE = b"""\
# The list of a site
title: Bijendag
defaults: &hall
  room: Hall
sessions:
  - title: "Bees: all of them"
    date: 2026-05-09
    start: 9:30
    duration: 45
    <<: *hall
  - title: No
    date: 9 mei 2026
    start: 10:15
    end: ~
    room: no
    speakers:
      - Ann Vos
      - name: Bob Bos
"""
DAYS = b"""\
- date: 2026-05-09
  sessions:
  - {title: Bees, start: "9:30", room: Hall}
"""
BOMB = b"a: &a [x,x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (c, c, b",".join([b"*%c" % (c - 1)] * 10)) for c in range(98, 108)
)
MERGES = b"- &a {title: x, start: y}\n" + b"".join(
    b"- &%c {<<: [%s]}\n" % (c, b",".join([b"*%c" % (c - 1)] * 10)) for c in range(98, 108)
)


def test_values_are_what_stands_there() -> None:
    made = programme(SITE)
    bees, no = made.sessions
    assert (made.title, bees.title) == ("Bijendag", "Bees: all of them")
    assert clock(bees.timing.start, made) == "2026-05-09 09:30"
    assert clock(bees.timing.end, made) == "2026-05-09 10:15"
    assert made.get_room_name(bees.room) == "Hall"
    assert (no.title, no.timing.end_stated) == ("No", False)
    assert no.speakers == ("Ann Vos", "Bob Bos")
    assert (clock(no.timing.start, made)[-5:], made.get_room_name(no.room)) == ("10:15", "no")


def test_what_keys_were_taken_for_is_told() -> None:
    assert any('start = "start"' in text for _kind, _place, text in notes_of(SITE))


def test_under_days() -> None:
    made = programme(DAYS)
    assert clock(made.sessions[0].timing.start, made) == "2026-05-09 09:30"


def test_keys_that_the_user_names() -> None:
    data = b"- foo: Bees\n  bar: 2026-05-09 9:30\n"
    with pytest.raises(NoScheduleError, match='a list in YAML with the columns "foo", "bar"'):
        import_schedule(data, "talks.yaml")
    made = import_schedule(data, "talks.yaml", columns={"title": "foo", "start": "bar"})
    assert 'title = "Bees"' in made.text


@pytest.mark.parametrize(
    ("data", "is_yaml"),
    [
        (SITE, True),
        (DAYS, True),
        (b"--- # a site\nsessions:\n  - title: x\n", True),
        (b"Dear all,\nthe talks:\n- bees\n- dogs\n", False),
        (b"Note: bees\n\nDear all, hello.\n", False),
        (b'title: "Talk"\n[programme]\nid = "x"\n', False),
        (b'[programme]\nid = "x"\ndescription = """\n- a: b\n"""\n', False),
        (b'{"title": "x"}', False),
        (b"Title: a,Start\nx: y,9:30\n", False),
    ],
)
def test_it_is_told_from_letters_tables_and_toml(data: bytes, is_yaml: bool) -> None:
    assert (detect_format(data) is yaml_list.FORMAT) == is_yaml


@pytest.mark.parametrize(
    "data",
    [
        BOMB,
        MERGES,
        b"sessions: &a\n  - title: x\n    start: 9:30\n    in: *a\n",
        b"- title: " + b"[" * 100_000,
        b"- title: x\n  start: [\n",
        b"- title: !!python/object/apply:os.system [x]\n  start: 9:30\n",
        b"- ? [a]\n  : b\n- title: x\n  start: 9:30\n",
        pytest.param(b"- a: 1\n" * 600_000, marks=pytest.mark.slow),
        b"- title: x\n  start: " + b"9" * 5_000 + b"\n",
    ],
)
def test_hostile_lists_end_in_a_sentence(data: bytes) -> None:
    with soon(), pytest.raises(NoScheduleError) as refused:
        import_schedule(data, "talks")
    assert "\n" not in str(refused.value)
