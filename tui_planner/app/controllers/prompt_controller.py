"""What the app says and asks below the grid, one thing at a time."""

from collections.abc import Callable

from tui_planner.app.content.key_hints import NamedCommand
from tui_planner.app.content.prompts import Prompt, Way
from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.notices import NoticeKind

Show = Callable[[Prompt | None], None]
UnderCursor = Callable[[], str]


class PromptController:
    """The speaker: a sentence stays until the cursor leaves what it is about, or is answered.

    Attributes:
        prompt: What is being said; None for nothing.
    """

    def __init__(self, editor: ItineraryEditor, show: Show, under_cursor: UnderCursor) -> None:
        self._editor = editor
        self._show = show
        self._under_cursor = under_cursor
        self.prompt: Prompt | None = None

    def say(self, message: str, kind: NoticeKind | None = None, *, stays: bool = False) -> None:
        """Say something that needs no answer; it goes with the next move, unless it stays."""
        here = frozenset({self._under_cursor()})
        self.put(Prompt(message, kind=kind, things=here, stays=stays))

    def tell_of(self, id_: str, message: str, kind: NoticeKind | None = None) -> None:
        """Say something of a session or block, until the cursor leaves it."""
        self.put(Prompt(message, kind=kind, things=frozenset({id_})))

    def put(self, prompt: Prompt | None) -> None:
        """Show a sentence with its ways out, behind what is wrong with the file of the choices."""
        first = self._editor.trouble or self._editor.news
        if prompt is not None and first:
            text = f"{first} {prompt.message}"
            briefer = tuple(f"{first} {brief}" for brief in prompt.briefer)
            prompt = prompt._replace(message=text, briefer=briefer, kind=NoticeKind.STATUS)
        self.prompt = prompt
        self._show(prompt)

    def be_quiet(self) -> None:
        """Close what is said."""
        self.put(None)

    def moved_to(self, id_: str) -> None:
        """Be quiet where the cursor has left what is being talked of."""
        prompt = self.prompt
        if prompt is not None and not prompt.stays and id_ not in prompt.things:
            self.be_quiet()

    @property
    def ways(self) -> tuple[Way, ...]:
        """What can be done about what is said."""
        return self.prompt.ways if self.prompt else ()

    def answer(self, command: NamedCommand) -> None:
        """Take the way out that a command is for, if one is offered."""
        way = next((way for way in self.ways if way.command == command), None)
        if way is not None:
            way.take()
