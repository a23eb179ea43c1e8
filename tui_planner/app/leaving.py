"""How the app is left: a change that is not in the file is asked about, or put into safety."""

from contextlib import suppress
from pathlib import Path

from textual.app import App
from textual.screen import SystemModalScreen
from textual.worker import WorkerFailed

from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.storage.itinerary_errors import ItineraryError
from tui_planner.support.i18n import _


class Leaving:
    """The way out of the app.

    Attributes:
        parting_words: What is to be said on the terminal after the app has ended.
    """

    def __init__(self, app: App[None], editor: ItineraryEditor) -> None:
        self._app = app
        self._editor = editor
        self._is_warned = False
        self._is_asking = False
        self.parting_words: list[str] = []

    def quit(self) -> None:
        """End the app; ask first where a change cannot be written."""
        self._editor.save_again()
        if self._editor.is_written:
            self._app.exit()
        elif not self._is_asking:
            self._ask()

    def interrupt(self, key: str) -> bool:
        """Say how to quit, the first time; do so the second time. False where it was said only.

        Args:
            key: The key that quits, as it is shown.
        """
        if not self._is_warned:
            self._is_warned = True
            if isinstance(self._app.screen, SystemModalScreen):  # nothing is said over those
                self._app.screen.dismiss()
            text = _("ctrl+c once more quits. In the grid, {key} does.").format(key=key)
            self._app.notify(text, title=_("Quit?"), markup=False)
            return False
        if self._is_asking:
            self.save()
            self._app.exit()
        else:
            self.quit()
        return True

    def go_on(self) -> None:
        """Forget an interruption: whoever goes on has not interrupted anything."""
        self._is_warned = False

    def save(self) -> None:
        """Put into safety what could not be written, and say where that is."""
        self._editor.save_again()
        if self._editor.is_written:
            return
        path = self._editor.rescue()
        if self._editor.trouble:
            self.parting_words.append(self._editor.trouble)
        if path is not None:
            self._tell_place(path)

    def after_fault(self, error: BaseException | None) -> None:
        """Say what ended the app, and what became of the choices."""
        if isinstance(error, WorkerFailed):
            error = error.error
        text = _(
            "tui-planner hit a fault of its own: {error}. "
            "With TUI_PLANNER_DEBUG=1 it says where; please report it."
        )
        self.parting_words.append(text.format(error=f"{type(error).__name__}: {error}"))
        with suppress(Exception):  # the fault may be just there
            self.save()
        if self._editor.is_written:
            self.parting_words.append(_("What you chose is kept."))

    def _ask(self) -> None:
        from .unwritten import Unwritten  # noqa: PLC0415 - hardly ever needed

        self._is_asking = True
        self._app.push_screen(Unwritten(self._editor), self._answered)

    def _answered(self, number: int | None) -> None:
        self._is_asking = False
        if number == 0:
            self.quit()
        elif number == 1:
            from .unwritten import ask_for_file  # noqa: PLC0415 - hardly ever needed

            ask_for_file(self._app, self._editor, self._write_to)
        elif number == 2:
            if not self._editor.is_written:
                lost = _("Not kept: {what}.").format(what=self._editor.unwritten)
                self.parting_words += self._editor.trouble, lost
            self._app.exit()

    def _write_to(self, name: str) -> str:
        """Write to the file of a name, and end; else what is wrong with it."""
        try:
            path = Path(name).expanduser().absolute()
            self._editor.copy_to(path)
        except (ItineraryError, RuntimeError) as error:  # a home that nobody has
            return str(error)
        self._tell_place(path)
        self._app.exit()
        return ""

    def _tell_place(self, path: Path) -> None:
        text = _("Your choices are in {path}. To open them: tui-planner --itinerary {path}")
        self.parting_words.append(text.format(path=path))
