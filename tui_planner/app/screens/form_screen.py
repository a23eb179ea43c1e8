"""A few lines to fill in, over the grid."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.widgets import Input, Static

from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.support.i18n import _

from .overlay import FindRegions, Overlay


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form.

    Attributes:
        name: By which its text is handed over.
        label: What stands before it.
        value: What it holds at first.
        placeholder: An example, where it is empty.
    """

    name: str
    label: str
    value: str = ""
    placeholder: str = ""


Submit = Callable[[Mapping[str, str]], str]
"""Takes what was filled in; gives a sentence where that will not do, else an empty one.

Where one line is at fault, the sentence begins with its label and a colon.
"""


class FormScreen(Overlay[None]):
    """A form that stays open until what is filled in will do, or it is left: a fault loses nothing.

    Args:
        title: What is filled in.
        fields: Its lines.
        submit: Takes them.
        find_concerned: Finds what must stay in sight, in cells of the screen.
    """

    BINDINGS = [
        Binding("escape", "dismiss", _("Close")),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        submit: Submit,
        *,
        find_concerned: FindRegions = list,
    ) -> None:
        super().__init__()
        self._find_concerned = find_concerned
        self._title = title
        self._fields = fields
        self._submit = submit

    def compose(self) -> ComposeResult:
        """Put the lines in a frame, and room for what is wrong with them."""
        with VerticalScroll(id="page", can_focus=False) as page:
            page.border_title = self._title
            yield from self._lines()
            yield Static("", id="fault", markup=False)

    def find_concerned(self) -> Sequence[Region]:
        """Find what must stay in sight."""
        return self._find_concerned()

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do."""
        several = [hint_at("tab", _("Next line"))] if len(self._fields) > 1 else []
        leave = hint_at("escape", _("Leave it as it was"), "esc", stays=True)
        return hint_at("enter", _("Keep"), _("enter")), *several, leave

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over what is filled in."""
        event.stop()
        values = {field.name: self._input(field).value for field in self._fields}
        fault = self._submit(values)
        if not fault:
            self.dismiss()
            return
        self.query_one("#fault", Static).update(fault)
        for field in self._fields:
            if fault.startswith(f"{field.label}:"):
                self._input(field).focus()

    def _lines(self) -> Iterator[Horizontal]:
        for field in self._fields:
            yield Horizontal(
                Static(field.label, classes="label", markup=False),
                Input(
                    field.value,
                    placeholder=field.placeholder,
                    compact=True,
                    id=f"field-{field.name}",
                ),
                classes="field",
            )

    def _input(self, field: Field) -> Input:
        return self.query_one(f"#field-{field.name}", Input)
