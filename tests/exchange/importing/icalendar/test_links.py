"""The addresses of an event: nothing that leads somewhere is lost without a word."""

import pytest

from tests.exchange.importing.icalendar.ical_texts import END, START, event, imported, notes_of_kind
from tui_planner.exchange.importing.draft.draft import NoteKind

SLIDES = "https://example.org/slides.pdf"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (f"ATTACH:{SLIDES}", ""),
        (f"ATTACH;FMTTYPE=application/pdf;FILENAME=Slides:{SLIDES}", "Slides"),
        (
            f'CONFERENCE;VALUE=URI;FEATURE="AUDIO,VIDEO";LABEL="Join, please":{SLIDES}',
            "Join, please",
        ),
        (f"IMAGE;VALUE=URI;DISPLAY=BADGE:{SLIDES}", ""),
        (f"X-GOOGLE-CONFERENCE:{SLIDES}", ""),
        (f'LINK;LINKREL=about;LABEL="More";VALUE=URI:{SLIDES}', "More"),
    ],
)
def test_an_address_is_kept_as_a_link(line: str, title: str) -> None:
    (session,) = imported(event(START, END, line)).sessions
    assert [(link.url, link.title) for link in session.links] == [(SLIDES, title)]
    assert session.url == ""


def test_several_are_kept_once_each_and_the_page_itself_is_not_one() -> None:
    url = "https://example.org/one"
    lines = f"URL:{url}", f"ATTACH:{SLIDES}", f"CONFERENCE:{SLIDES}", f"ATTACH:{url}"
    (session,) = imported(event(START, END, *lines, f"ATTACH:{url}/more")).sessions
    assert session.url == url
    assert [link.url for link in session.links] == [SLIDES, f"{url}/more"]


def test_links_of_a_styled_description_beside_a_plain_one_are_kept() -> None:
    styled = rf"X-ALT-DESC;FMTTYPE=text/html:<p><a class=x href=\"{SLIDES}\">here</a>".replace(
        '\\"', '"'
    )
    mail = '<a href="javascript:x()">no</a> <a href="https://example.org/?a=1&amp\\;b=2">b</a></p>'
    said = event(START, END, "DESCRIPTION:See https://example.org/in-text", styled + mail)
    (session,) = imported(said).sessions
    assert [link.url for link in session.links] == [SLIDES, "https://example.org/?a=1&b=2"]
    assert session.description == "See https://example.org/in-text"
    alone = imported(event(START, END, styled + mail)).sessions[0]
    assert SLIDES in alone.description
    assert alone.links == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("CONFERENCE;VALUE=URI:tel:+31-20-000", 'Its address "tel:+31-20-000" is left away'),
        ("ATTACH:CID:part1@example.org", 'Its address "CID:part1@example.org" is left away'),
        (
            "ATTACH;ENCODING=BASE64;VALUE=BINARY;X-FILENAME=a.pdf:QUJD",
            'A file that stands in the calendar itself is left away: "a.pdf".',
        ),
        ("ATTACH;FMTTYPE=image/png;ENCODING=BASE64;VALUE=BINARY:QUJD", '"image/png"'),
    ],
)
def test_what_leads_nowhere_is_left_away_and_told(line: str, words: str) -> None:
    draft = imported(event(START, END, line))
    assert draft.sessions[0].links == ()
    (told,) = notes_of_kind(draft, NoteKind.MENDED)
    assert words in told


def test_a_file_in_the_calendar_may_be_large() -> None:
    large = "ATTACH;FILENAME=a.png;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 400_000
    draft = imported(event(START, END, large), event(uid="two"))
    assert len(draft.sessions) == 2
    assert '"a.png"' in notes_of_kind(draft, NoteKind.MENDED)[0]


def test_of_very_many_links_the_first_are_kept_and_that_is_told() -> None:
    draft = imported(event(START, END, *(f"ATTACH:{SLIDES}#{n}" for n in range(150))))
    assert len(draft.sessions[0].links) == 100
    assert "more than 100 links" in notes_of_kind(draft, NoteKind.MENDED)[0]
