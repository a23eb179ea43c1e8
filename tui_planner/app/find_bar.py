"""The line in which one types what to find."""

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from ..i18n import _, ngettext


class FindBar(Horizontal):
    """Finds as one types: arrows go from hit to hit, enter stays there, escape goes back."""

    @dataclass
    class Changed(Message):
        """Other words to find."""

        query: str

    @dataclass
    class Stepped(Message):
        """The next hit is wanted, or the one before."""

        step: int

    @dataclass
    class Closed(Message):
        """The search is over."""

        keep: bool

    def compose(self) -> ComposeResult:
        """The line, and how many hits there are."""
        yield Static("/", id="find-sign", markup=False)
        yield Input(placeholder=_("title, speaker, host, room …"), compact=True, id="find-input")
        yield Static("", id="find-count", markup=False)

    @property
    def typed(self) -> str:
        """What has been typed."""
        return self.query_one(Input).value

    def open(self) -> None:
        """Begin with an empty line."""
        box = self.query_one(Input)
        box.value = ""
        box.focus()

    def tell(self, hits: int, current: int) -> None:
        """Say which of how many hits this is."""
        text = ngettext("{n} found", "{n} found", hits).format(n=hits)
        if hits > 1:
            text = _("{current} of {n}").format(current=current + 1, n=hits)
        self.query_one("#find-count", Static).update(text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find at every key."""
        event.stop()
        self.post_message(self.Changed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay at the hit."""
        event.stop()
        self.post_message(self.Closed(keep=True))

    def on_input_blurred(self) -> None:
        """Whoever clicks elsewhere has found what they were looking for."""
        self.post_message(self.Closed(keep=True))

    def on_key(self, event: events.Key) -> None:
        """Arrows and escape, before the input has them."""
        match event.key:
            case "down" | "ctrl+n" | "tab":
                self.post_message(self.Stepped(1))
            case "up" | "ctrl+p" | "shift+tab":
                self.post_message(self.Stepped(-1))
            case "escape":
                self.post_message(self.Closed(keep=False))
            case _:
                return
        event.stop()
        event.prevent_default()
