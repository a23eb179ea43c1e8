"""What is harmful goes, what is written with marks and joiners stays, and files say the same."""

import json
import unicodedata

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from tui_planner.support.neutral import HARMFUL, escape_controls, neutralise, neutralise_document

KEPT = (
    "Café – “quoted” … ½ 東京",
    "שלום\u200e (2025) \u200f",
    "\u061cمرحبا",
    "👩\u200d👩\u200d👧 🏴\U000e0067\U000e0062\U000e007f ❤\ufe0f",
    "soft\u00adhyphen and\u00a0space\ufeff",
)
ANY = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\x1b\x9b\u202e\r\n\t\u2028\x7f\0")
)


@pytest.mark.parametrize("text", KEPT)
def test_what_languages_and_signs_need_stays(text: str) -> None:
    assert neutralise(text) == neutralise_document(text) == escape_controls(text) == text


@pytest.mark.slow
def test_all_that_controls_or_turns_is_harmful() -> None:
    turning = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    for code in range(0x110000):
        char = chr(code)
        is_control = unicodedata.category(char) in {"Cc", "Zl", "Zp", "Cs"}
        is_harmful = is_control or unicodedata.bidirectional(char) in turning
        assert bool(HARMFUL.match(char)) is is_harmful, hex(code)


@given(ANY)
def test_a_line_is_as_long(text: str) -> None:
    made = neutralise(text)
    assert len(made) == len(text)
    assert not HARMFUL.search(made)


@given(ANY)
def test_a_document_keeps_its_lines_and_tabs(text: str) -> None:
    made = neutralise_document(text)
    assert not HARMFUL.search(made.replace("\r\n", "").replace("\n", "").replace("\t", ""))
    assert made.count("\n") == text.count("\n")
    assert made.count("\t") == text.count("\t")
    assert neutralise_document(made) == made


@given(ANY)
def test_with_escapes_a_file_says_the_same(text: str) -> None:
    document = escape_controls(json.dumps({"a": text}, ensure_ascii=False, indent=2))
    assert json.loads(document) == {"a": text}
    toml = escape_controls(tomli_w.dumps({"a": text}))
    assert tomli.loads(toml) == {"a": text}
    assert not HARMFUL.search((document + toml).replace("\n", "").replace("\t", ""))
