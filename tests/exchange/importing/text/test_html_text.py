"""HTML as plain text."""

import pytest

from tests.exchange.importing.support import imported, notes_of, programme
from tests.helpers import DATA
from tui_planner.exchange.html_detection import is_html
from tui_planner.exchange.importing.text.html_text import convert_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>One\n  line</p>", "One line"),
        ("One\nline\n \nTwo<ul><li>a</li></ul>", "One line\n\nTwo\n\n- a"),
        ("One<br>two<BR/>three", "One\ntwo\nthree"),
        ("<ul><li>a</li><li>b</li></ul>after", "- a\n- b\n\nafter"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("a <b>bold</b> word", "a bold word"),
        ("line\nbreaks &amp; no <i>breaking</i> tag", "line\nbreaks & no breaking tag"),
        ("1 &lt; 2 &gt; 0 &#233; &eacute;&nbsp;x", "1 < 2 > 0 é é\xa0x"),
        ("<p>if a < b and c > d</p>", "if a < b and c > d"),
        ('<a href="https://x.org/">here</a>.', "here (https://x.org/)."),
        ('<a href="https://x.org/">x.org</a>', "x.org"),
        ("<a class=x href=https://x.org/a>https://x.org/a</a>", "https://x.org/a"),
        ('<a href="https://x.org/?a=1&amp;b=2">q</a>', "q (https://x.org/?a=1&b=2)"),
        ('<a href="javascript:x()">run</a>', "run"),
        ("a<script>alert(1)</script>b<style>p{}</style>c", "abc"),
        ("a<!-- hidden <b>too</b> -->b<!-- open", "ab"),
        ("<p>unclosed <b>tags", "unclosed tags"),
        ("<x-own>kept</x-own>", "<x-own>kept</x-own>"),
    ],
)
def test_text_of_html(html: str, text: str) -> None:
    assert convert_html(html) == text


@pytest.mark.parametrize("text", ["a < b", "<me@example.org>", "R&D; x", "<3", "AT&T", "a\n<x>"])
def test_what_is_no_html(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "<a href='", "</", "<?", "<![CDATA[", "&", "<", "<b x=", "<p>", "<a>"]
)
def test_html_that_was_made_to_be_slow_is_not(piece: str) -> None:
    """With anything worse than linear time this would take minutes."""
    text = piece * (100_000 // len(piece))
    assert is_html(text) is (piece in {"<p>", "<a>"})
    assert len(convert_html(text)) <= len(text) + 2


COMPARES = (DATA / "imports" / "21-less-than.xml").read_bytes()


def test_a_comparison_stays_in_a_description() -> None:
    made = imported(COMPARES)
    assert programme(made).sessions[0].description == "Stop if a<b and c>d, else go on."
    assert notes_of(made) == []


@pytest.mark.parametrize(
    "text",
    [
        *("a<b and c>d", "x<b>y", "if i<p && q>r", "List<i>", "<title>", "<name> and <time>"),
        *("Use `<div>` for that", "```\n<p>x</p>\n```", "# A\n\n* <https://e.org>", "1<2>0"),
        *("<b and c>", "<p,q>", "&c; &foo; &copy=1", "a & b;"),
    ],
)
def test_what_only_looks_like_html_stays(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>if a<b and c>d</p>", "if a<b and c>d"),
        ("<p>a<b>c</p>", "a<b>c"),
        ("<p>a<b>c</b></p>", "ac"),
        ("<section><title>A</title><p class=x hidden>b</section>", "A\n\nb"),
        ("caf&eacute; &#x20ac; &foo; ?a=1&copy=2", "café € &foo; ?a=1&copy=2"),
        (
            '<a href="https://x.org/?a=1&copy=2" target=_blank>q</a>',
            "q (https://x.org/?a=1&copy=2)",
        ),
        ("&lt;p&gt; is a tag", "<p> is a tag"),
        ("<P ALIGN='left'>a<BR CLEAR=all />b", "a\nb"),
    ],
)
def test_html_goes_and_nothing_else(html: str, text: str) -> None:
    assert is_html(html)
    assert convert_html(html) == text
