"""A terminal within the process: what the app writes is drawn by an emulator, cell by cell."""

import asyncio
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pyte
from rich.console import Console
from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.geometry import Size
from textual.strip import Strip
from wcwidth import wcwidth

from tests.pseudo_terminal import Cell, Screen

_PLACES = re.compile(r"\x1b\[(\d+);(\d+)H")


@cache
def _is_narrow(char: str) -> bool:
    return wcwidth(char) == 1


class QuickScreen(Screen):
    """An emulator that takes in what the app mostly writes, and leaves the rest to pyte.

    A walk spends a third of its time in pyte, which goes through sequences one by one character.
    """

    _TOKENS = re.compile(
        r"\x1b\[([\d;]*)m|\x1b\[(\d+);(\d+)H|([^\x00-\x1f\x7f-\x9f]+)"
        r"|(\x1b\[[^@-~]*[@-~]|\x1b[^\[]|[\x00-\x1f\x7f-\x9f])"
    )

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self._stream = pyte.Stream(self)
        self._looks: dict[tuple[pyte.screens.Char, str], pyte.screens.Char] = {}
        self._chars: dict[tuple[pyte.screens.Char, str], pyte.screens.Char] = {}

    def feed(self, data: str) -> None:
        """Draw what is written: whole sequences, as the app writes them."""
        if "\x1b]" in data or "\x1bP" in data:
            self._stream.feed(data)
            return
        for look, row, column, text, other in self._TOKENS.findall(data):
            if text:
                self.draw(text)
            elif row:
                self.cursor_position(int(row), int(column))
            elif other:
                self._stream.feed(other)
            else:
                self._take_look(look)

    def _take_look(self, look: str) -> None:
        key = self.cursor.attrs, look
        if key not in self._looks:
            self.select_graphic_rendition(*(int(number or 0) for number in look.split(";")))
            self._looks[key] = self.cursor.attrs
        self.cursor.attrs = self._looks[key]

    def draw(self, data: str) -> None:
        """Draw text, quickly where each character has a cell and all end before the edge."""
        x = self.cursor.x
        if x + len(data) > self.columns or not all(map(_is_narrow, set(data))):
            super().draw(data)
            return
        line, attrs, chars = self.buffer[self.cursor.y], self.cursor.attrs, self._chars
        for at, char in enumerate(data, x):
            key = attrs, char
            if key not in chars:
                chars[key] = attrs._replace(data=char)
            line[at] = chars[key]
        self.cursor.x = x + len(data)


class TerminalDriver(Driver):
    """Draws what the app writes, and hands on what a terminal sends."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        columns, rows = self._size or (80, 24)
        self.screen = QuickScreen(columns, rows)
        self.screen.set_mode(pyte.modes.LNM)
        self.outside: list[str] = []
        self._parser = XTermParser()

    @property
    def is_headless(self) -> bool:
        """A terminal is drawn on."""
        return False

    def write(self, data: str) -> None:
        """Draw what the app writes; places outside of what it is drawn for are remembered."""
        columns, rows = self._app.screen._compositor.size
        for row, column in _PLACES.findall(data):
            if int(row) > rows or int(column) > columns:
                self.outside.append(f"{column}, {row}")
        self.screen.feed(data)

    def send(self, text: str) -> None:
        """Hand on what the terminal sends."""
        for message in self._parser.feed(text):
            self.process_message(message)

    def tick(self) -> None:
        """Hand on a key whose sequence has not come to more, such as escape alone."""
        for message in self._parser.tick():
            self.process_message(message)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size, and tell the app."""
        self.screen.resize(rows, columns)
        self.screen.cursor_position(1, 1)
        self._size = columns, rows
        size = Size(columns, rows)
        self.send_message(events.Resize(size, size))

    def start_application_mode(self) -> None:
        """Tell the first size."""
        size = Size(self.screen.columns, self.screen.lines)
        self._loop = asyncio.get_running_loop()
        self.send_message(events.Resize(size, size))

    def disable_input(self) -> None:
        """Nothing is read from anywhere."""

    def stop_application_mode(self) -> None:
        """Nothing is set up."""


class Drawing:
    """Draws whole lines as a terminal shows them, and knows those that it has drawn."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], list[Cell]] = {}

    def rows(self, strips: Iterable[Strip], console: Console) -> list[list[Cell]]:
        """The cells of each line."""
        return [self._row(strip, console) for strip in strips]

    def _row(self, strip: Strip, console: Console) -> list[Cell]:
        key = tuple(strip)
        if key not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            screen = Screen(max(1, strip.cell_length), 1)
            pyte.Stream(screen).feed(strip.render(console))
            self._known[key] = screen.row(0)
        return self._known[key]
