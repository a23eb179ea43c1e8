"""Text in cells: never too wide, never through a character."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui_planner.layout.text.cells import clip, cut, fit, join_lines

FAMILY = "👨‍👩‍👧"
FLAG = "🇳🇱"
THUMB = "👍🏽"
HEART = "❤️"
ACCENTED = "e\u0301"

PIECES = [*"ab -/中한", FAMILY, FLAG, THUMB, HEART, ACCENTED]
pieces = st.lists(st.sampled_from(PIECES), max_size=12)
texts = (
    pieces.map("".join) | st.text(st.sampled_from("ab 中\u200d\ufe0f❤\u0301👨👍🏽🇳🇱")) | st.text()
)
widths = st.integers(0, 14)
relaxed = settings(deadline=None)


@relaxed
@given(texts, widths)
def test_cut_is_at_most_the_asked_cells(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width


@relaxed
@given(texts, widths)
def test_fit_is_exactly_the_asked_cells(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@relaxed
@given(texts, widths, widths)
def test_clip_is_exactly_the_asked_cells(text: str, start: int, width: int) -> None:
    assert cell_len(clip(text, start, width)) == width


@relaxed
@given(pieces, widths)
def test_cut_keeps_whole_characters(parts: list[str], width: int) -> None:
    text = "".join(parts)
    kept = cut(text, width)
    if kept != text:
        beginnings = {"".join(parts[:n]).rstrip() for n in range(len(parts) + 1)}
        assert kept.removesuffix("…") in beginnings


@relaxed
@given(st.text(), widths)
def test_cut_keeps_whole_graphemes_as_rich_sees_them(text: str, width: int) -> None:
    kept = cut(text, width)
    if kept != text and not text.startswith("\u200d"):
        starts = {start for start, _, _ in split_graphemes(text)[0]} | {len(text)}
        assert {text[:n].rstrip() for n in starts} & {kept.removesuffix("…")}


@relaxed
@given(pieces, st.integers(1, 5))
def test_clipped_windows_put_together_are_the_text(parts: list[str], width: int) -> None:
    text = "".join(parts)
    windows = [clip(text, start, width) for start in range(0, cell_len(text), width)]
    whole = "".join(windows)
    seen, at = "", 0
    for part in parts:
        end = at + cell_len(part)
        is_halved = at // width != (end - 1) // width
        seen += " " * cell_len(part) if is_halved else part
        at = end
    assert whole.rstrip() == seen.rstrip()
    assert cell_len(whole) == len(windows) * width


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Veiligheid", 10, "Veiligheid"),
        ("Veiligheid", 9, "Veilighe…"),
        ("Veiligheid", 1, "…"),
        ("Veiligheid", 0, ""),
        ("Veiligheid", -1, ""),
        ("De Nota", 4, "De…"),
        ("中中中", 4, "中…"),
        (FAMILY * 3, 5, FAMILY * 2 + "…"),
        (FLAG * 3, 4, FLAG + "…"),
        (HEART * 3, 4, HEART + "…"),
        (THUMB * 3, 4, THUMB + "…"),
        (ACCENTED * 5, 3, ACCENTED * 2 + "…"),
    ],
)
def test_cut(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected


def test_cut_with_another_ellipsis_or_none() -> None:
    assert cut("Veiligheid", 5, "~") == "Veil~"
    assert cut("Veiligheid", 5, "") == "Veili"
    assert cut("Veiligheid", -1, "") == ""


def test_fit_pads() -> None:
    assert fit("중", 4) == "중  "
    assert fit("중중중", 4) == "중… "


@pytest.mark.parametrize(
    ("text", "start", "width", "expected"),
    [
        ("Veiligheid", 4, 3, "igh"),
        ("ab", 5, 3, "   "),
        ("中文", 1, 2, "  "),
        ("中文", 2, 2, "文"),
        ("中文", 7, 2, "  "),
        ("–", 1, 2, "  "),
        (FLAG, 1, 1, " "),
        ("\u0301", 1, 1, " "),
    ],
)
def test_clip(text: str, start: int, width: int, expected: str) -> None:
    assert clip(text, start, width) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a \n\t b\u00a0c  ", "a b c"),
        ("a\x1b[31mb\x07", "a[31mb"),
        ("a \x07 b", "a b"),
        ("a\x9b2Jb", "a2Jb"),
        ("a\u202eb\u200bc\u00add", "abcd"),
        (f"x {FAMILY} {FLAG} {HEART}", f"x {FAMILY} {FLAG} {HEART}"),
        ("\u200da b\u200d", "a b"),
        ("\x00", ""),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert join_lines(text) == expected


@relaxed
@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Zs", "L"])))
def test_one_line_has_no_control_characters_and_single_spaces(text: str) -> None:
    line = join_lines(text)
    assert line.replace("\u200d", "").isprintable()
    assert line.split(" ") == line.split() or not line
    assert join_lines(line) == line
