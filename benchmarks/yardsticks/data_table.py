"""A Textual `DataTable` of 1,000 rows, with a cursor on its rows; q quits."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable


class Table(App[None]):
    """A table as wide as the terminal."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Yield the table."""
        yield DataTable[str](cursor_type="row")

    def on_mount(self) -> None:
        """Fill it."""
        table = self.query_one(DataTable)
        table.add_columns(*(f"Column {number}" for number in range(8)))
        for row in range(1_000):
            table.add_row(*(f"Cell {row}.{column}" for column in range(8)))


Table().run()
