"""The table of what each format keeps has a row for each format that is read."""

from tests.helpers import ROOT
from tui_planner.exchange.importing.detect_format import list_format_names

COLUMNS = 11


def test_each_format_to_import_from_has_a_row() -> None:
    text = (ROOT / "docs/exchange.md").read_text(encoding="utf-8")
    table = text.split("### What each format keeps\n\n")[1].split("\n\n")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    assert {len(row) for row in rows} == {COLUMNS}
    named = {name for row in rows for name in row[0].split(", ")}
    assert set(list_format_names()) <= named
