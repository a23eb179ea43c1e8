"""A programme to a table and back: all that the table has a column for comes back."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import plan_of
from tests.exchange.any_programmes import any_programmes
from tests.exchange.coming_back import held_by_table, imported_from
from tests.helpers import SHIPPED, programme_of
from tui_planner.cli.main import main
from tui_planner.exchange.exporting.export_checksum import insert_checksum
from tui_planner.exchange.exporting.export_format import Request
from tui_planner.exchange.exporting.registry import list_formats
from tui_planner.exchange.table_columns import (
    COLUMNS,
    disarm_formula,
    join_list,
    restore_formula,
    split_list,
)
from tui_planner.programme.model import Programme

HEAD = (
    '[programme]\nid = "day"\ntitle = "A day"\ndate = 2025-02-13\ntimezone = "Europe/Amsterdam"\n'
)
BODY = """
[[sessions]]
id = "one"
title = "=1+1"
start = "10:00"
end = "10:45"
speakers = ["Vos; Ann", "@Bob"]
description = "-first\\nsecond"
capacity = 20

[[sessions]]
id = "two"
title = "Two"
start = "11:00"
"""


def written(programme: Programme) -> str:
    """The table of a programme, as `export` writes it."""
    kind = list_formats()["csv"]
    made, _not_held = kind.make(Request(plan_of(programme), mine=False, alarm=None, changed=None))
    assert isinstance(made, str)
    return insert_checksum(kind, made)


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows as any reader of CSV has them."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@settings(deadline=None, max_examples=60)
@given(any_programmes())
def test_what_it_has_a_column_for_comes_back(programme: Programme) -> None:
    back = imported_from(written(programme).encode(), "table.csv")
    assert held_by_table(back) == held_by_table(programme)
    assert (back.id, back.title, back.zone) == (programme.id, programme.title, programme.zone)


def test_the_columns_stand_in_a_fixed_order_below_a_mark_for_spreadsheets() -> None:
    text = written(programme_of(BODY, HEAD))
    assert text.startswith("\ufeffid,title,date,start,end,room,")
    assert text.count("\r\n") == 3
    rows = csv.reader(io.StringIO(text, newline=""))
    assert {len(row) for row in rows} == {len(COLUMNS) + 1}


def test_no_cell_is_a_formula_and_none_has_lost_its_text() -> None:
    programme = programme_of(BODY, HEAD)
    text = written(programme)
    cells = [cell or "" for row in rows_of(text) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    back = imported_from(text.encode(), "table.csv")
    assert back.sessions[0].title == "=1+1"
    assert back.sessions[0].description == "-first\nsecond"
    assert back.sessions[0].speakers == ("Vos; Ann", "@Bob")


@given(st.text())
def test_any_text_is_disarmed_and_restored(text: str) -> None:
    assert restore_formula(disarm_formula(text)) == text
    assert disarm_formula(text)[:1] not in set("=+-@\t\r")


@given(st.lists(st.text(st.sampled_from("a b;\\,'\n"), min_size=1).map(str.strip).filter(bool)))
def test_any_list_is_joined_and_split(texts: list[str]) -> None:
    assert split_list(join_list(texts)) == texts


def test_a_table_that_a_spreadsheet_saved_otherwise_comes_back_by_its_ids() -> None:
    programme = programme_of(BODY, HEAD)
    rows = rows_of(written(programme))
    rows[0]["title"], rows[0]["date"], rows[0]["start"] = "Changed", "13-2-2025", "9:30:00"
    saved = io.StringIO(newline="")
    table = csv.DictWriter(saved, list(rows[0]), delimiter=";")
    table.writeheader()
    table.writerows(rows)
    back = imported_from(saved.getvalue().encode("utf-8"), "table.csv")
    assert back.id == programme.id
    changed = back.session_by_id["one"]
    assert changed.title == "Changed"
    assert f"{changed.timing.start.astimezone(back.zone):%H:%M}" == "09:30"
    assert back.session_by_id["two"].timing.start == programme.session_by_id["two"].timing.start


def test_choices_live_through_the_way_to_a_spreadsheet_and_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["choose", "-p", str(SHIPPED), "iza-lunch"]) == 0
    assert main(["export", str(SHIPPED), "--format", "csv", "-o", "table.csv"]) == 0
    capsys.readouterr()
    assert main(["mine", "table.csv", "--format", "json"]) in {0, 1}
    assert '"session": "iza-lunch"' in capsys.readouterr().out


def test_an_edited_table_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    argv = ["export", str(SHIPPED), "--format", "csv", "-o", "table.csv"]
    assert [main(argv), main(argv)] == [0, 0]
    file = tmp_path / "table.csv"
    file.write_bytes(file.read_bytes().replace(b"Inloop", b"Onthaal"))
    assert main(argv) == 2
    assert "--force" in capsys.readouterr().err


def test_of_my_day_only_what_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["choose", "-p", str(SHIPPED), "iza-lunch"]) == 0
    capsys.readouterr()
    assert main(["export", str(SHIPPED), "--mine", "--format", "csv"]) == 0
    rows = rows_of(capsys.readouterr().out)
    assert [row["id"] for row in rows if not row["kind"]] == ["iza-lunch"]
