"""Values as TOML: what is written is what is read."""

from datetime import date, datetime

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_planner.exchange.importing.draft.toml_values import Value, format_toml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\\n\u2028\u202e\x7f'))
DAYS = st.dates(date(1900, 1, 1), date(2999, 1, 1))


@settings(max_examples=200)
@given(TEXTS | st.booleans() | st.integers(0, 10**9) | DAYS | st.lists(TEXTS, max_size=4))
def test_what_is_written_is_what_is_read(value: Value) -> None:
    written = format_toml(value)
    assert tomli.loads(f"v = {written}\n")["v"] == value


def test_as_a_person_would_write_it() -> None:
    assert format_toml('A "word"') == '"A \\"word\\""'
    assert format_toml(("a", "b")) == '["a", "b"]'
    assert format_toml("one\ntwo") == '"""\none\ntwo"""'
    assert format_toml(datetime(2025, 2, 14, 1, 0)) == "2025-02-14T01:00:00"  # noqa: DTZ001 - local
    assert format_toml(date(2025, 2, 14)) == "2025-02-14"
