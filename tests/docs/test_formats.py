"""The tables of what each format keeps have a row for each format that is read."""

import pytest

from tests.helpers import ROOT
from tui_planner.exchange.importing.detect_format import list_format_names


@pytest.mark.parametrize(
    ("page", "before", "columns"),
    [
        ("docs/exchange.md", "### What each format keeps\n\n", 11),
        ("README.md", "format-keeps)):\n\n", 7),
    ],
)
def test_each_format_to_import_from_has_a_row(page: str, before: str, columns: int) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    table = text.split(before)[1].split("\n\n")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    assert {len(row) for row in rows} == {columns}
    named = {name for row in rows for name in row[0].split(", ")}
    assert set(list_format_names()) <= named
