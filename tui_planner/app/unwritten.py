"""What is asked where one leaves and a change is not in the file."""

from collections.abc import Callable, Mapping

from textual.app import App

from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.support.i18n import _

from .content.key_hints import hint_at
from .screens.form_screen import Field, FormScreen
from .screens.list_screen import ListRow, ListScreen


class Unwritten(ListScreen):
    """What to do about changes that are not in the file."""

    def __init__(self, editor: ItineraryEditor) -> None:
        rows = (
            ListRow(_("Try again"), editor.trouble, "1"),
            ListRow(_("Write it elsewhere"), _("To a file that you name."), "2"),
            ListRow(_("Leave it"), _("What was changed is lost."), "3"),
        )
        hints = (
            hint_at("enter", _("Do it"), _("enter")),
            hint_at("escape", _("Go back"), "esc", stays=True),
        )
        about = _("Not in the file: {what}.").format(what=editor.unwritten)
        super().__init__(_("Quit?"), rows, hints, about)


def ask_for_file(app: App[None], editor: ItineraryEditor, write_to: Callable[[str], str]) -> None:
    """Ask for the name of another file, until it is written.

    Args:
        app: Where that is asked.
        editor: What is to be written; the name that is offered is like that of its own file.
        write_to: Writes to a file of this name; gives a sentence where that cannot be.
    """

    def submit(values: Mapping[str, str]) -> str:
        name, label = values["path"].strip(), _("File")
        fault = write_to(name) if name else _("no name yet.")
        return fault and f"{label}: {fault}"

    file = editor.file.absolute()
    other = file.with_name(f"{file.stem}-2{file.suffix}")
    fields = [Field("path", _("File"), str(other))]
    app.push_screen(FormScreen(_("Write it elsewhere"), fields, submit))
