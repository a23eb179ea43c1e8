"""XML and JSON of a shape that is not known: refused by what they are, with what to export."""

import pytest

from tests.exchange.importing.support import event, imported, json_of, schema2, xml
from tests.helpers import DATA
from tui_planner.exchange.importing.import_errors import NoScheduleError

ENTRIES = (DATA / "imports" / "14-entries.xml").read_bytes()


def refusal(data: bytes) -> str:
    with pytest.raises(NoScheduleError) as refused:
        imported(data)
    return str(refused.value)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (ENTRIES, "it has <entry>, and not <event>"),
        (ENTRIES.replace(b"entry", b"talk"), "it has <talk>, and not <event>"),
        (b"<schedule><session><title>A</title></session></schedule>", "it has <session>, and not"),
        (b'<schedule><day date="2026-05-08"><room name="A"/></day></schedule>', "no <event>"),
        (b"<program><talk/></program>", "begins with <program>"),
        (b'<rss version="2.0"><channel/></rss>', "a feed of news (RSS)"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"/>', "a feed of news (Atom)"),
        (b'<?xml version="1.0"?><!-- x --><kml:kml xmlns:kml="x"/>', "a map (KML)"),
        (b"<svg/>", "a picture (SVG)"),
        (b'{"talks": [{"title": "A"}], "name": "B"}', 'it has "talks", "name", and no "schedule"'),
        (b'{"schedule": [{"title": "A"}]}', 'its "schedule" has no "conference"'),
        (b"{}", "nothing in it"),
        (json_of({}, talks=[{"title": "A"}]), 'has "conference"'),
        (json_of({"Hall": []}), "its days have none"),
        (schema2([]), 'It has "conference", "events"'),
    ],
)
def test_what_was_found_is_named_and_what_to_export(data: bytes, found: str) -> None:
    told = refusal(data)
    assert found in told
    assert "Export a schedule.xml, a schedule.json or an .ics file" in told


def test_names_that_are_long_or_many_are_cut() -> None:
    keys = ", ".join(f'"{number}{"x" * 100}": 1' for number in range(1000))
    assert len(refusal(f"{{{keys}}}".encode())) < 500
    assert len(refusal(b"<schedule><" + b"x" * 1000 + b' a="b"/></schedule>')) < 500


def test_where_no_session_can_be_taken_nothing_is_imported() -> None:
    events = [event("one", "", title="Some day"), event("two", "soon")]
    assert "None of the 2 sessions" in refusal(xml({"Hall": events}))
