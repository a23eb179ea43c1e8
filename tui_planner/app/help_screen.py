"""Help: the keys, from the one list of commands, and what the signs mean."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ..i18n import _
from ..layout.glyphs import Glyphs
from .colours import QUIET
from .commands import COMMANDS


class TextScreen(ModalScreen[None]):
    """A text over the grid, to read and close."""

    BINDINGS = [
        Binding("escape,q,enter,question_mark", "dismiss", _("Close")),
        Binding("j", "scroll('scroll_down')", show=False),
        Binding("k", "scroll('scroll_up')", show=False),
        Binding("space", "scroll('scroll_page_down')", show=False),
    ]

    def __init__(self, title: str, content: Content) -> None:
        super().__init__()
        self._title = title
        self._content = content

    def compose(self) -> ComposeResult:
        """The text in a frame that scrolls."""
        with VerticalScroll(id="page") as page:
            page.border_title = self._title
            page.border_subtitle = _("esc closes")
            yield Static(self._content, markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one("#page").focus()

    def action_scroll(self, name: str) -> None:
        """Scroll the text."""
        getattr(self.query_one("#page"), f"action_{name}")()


def help_content(glyphs: Glyphs) -> Content:
    """The keys and the signs."""
    keys = [(command.shown, command.help) for command in COMMANDS]
    signs = [
        (glyphs.chosen, _("chosen")),
        (glyphs.clash, _("chosen, and clashes with something else that is chosen")),
        (glyphs.possible, _("chosen, and may clash: an overrun, or a time that is not exact")),
        ("~12:50", _("starts around that time")),
        ("(13:45)", _("the end is not stated; this one is assumed")),
        ("(–13:00) +", _("may run on until then")),
        (f"{glyphs.bar_unsure}{glyphs.shade}", _("a time that may be")),
        (glyphs.bar, _("a time that is certain")),
        (glyphs.now, _("now")),
    ]
    return Content("\n").join(
        [
            Content.styled(_("Keys"), "bold $text-accent"),
            *_table(keys),
            Content(""),
            Content.styled(_("Signs"), "bold $text-accent"),
            *_table(signs),
            Content(""),
            Content.styled(
                _("Mouse: a click moves the cursor, a double click chooses, the wheel scrolls."),
                QUIET,
            ),
        ]
    )


def _table(rows: Iterable[tuple[str, str]]) -> list[Content]:
    return [Content.assemble((f"{name:<11}", "bold"), text) for name, text in rows]
