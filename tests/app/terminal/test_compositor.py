"""What is rendered of a change is all that the change needs, and as Textual would render it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tests.app.conftest import MakePlanner, Planner
from tui_planner.app.content.colours import QUIET
from tui_planner.app.terminal.faster.compositor import RegionCompositor
from tui_planner.app.terminal.faster.diff_output import ShownScreen
from tui_planner.app.terminal.internals import Part, is_used
from tui_planner.app.terminal.text_lines import TextLines
from tui_planner.app.widgets.details_view import DetailsView

pytestmark = pytest.mark.slow

KEYS = ["down", "right", "space", "down", "/", "k", "escape", "v", "up", "v", "?", "escape", "left"]
PATIENCE = 0.2


class Recorded(ShownScreen):
    """What a terminal shows, row by row."""

    def take(self, app: Planner, renderable: object) -> None:
        if isinstance(renderable, ChopsUpdate | LayoutUpdate):
            self.written(renderable, app.console)

    def row(self, y: int) -> list[Segment]:
        pieces = [strip for _x, strip in sorted(self._rows[y].items())]
        return [*Strip.join(pieces).simplify()]


def whole_frame(screen: Screen[object]) -> list[list[Segment]]:
    """The frame as Textual renders it, from all that there is."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(RegionCompositor, "_get_renders", Compositor._get_renders)
        return [[*strip.simplify()] for strip in screen._compositor.render_strips()]


@pytest.mark.skipif(not is_used(Part.COMPOSITOR), reason="Textual renders all, and is right")
async def test_after_each_key_the_terminal_shows_what_a_whole_frame_would(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planner("digital-twins")
    shown = Recorded()
    monkeypatch.setattr(app, "_display", lambda _screen, change: shown.take(app, change))
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause(PATIENCE)
        for key in KEYS:
            await pilot.press(key)
            for _time in range(50):  # on a busy machine it is drawn later
                await pilot.pause(PATIENCE)
                frame = whole_frame(app.screen)
                drawn = [shown.row(y) for y in range(len(frame))]
                if drawn == frame:
                    break
            assert drawn == frame, key


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark"])
@pytest.mark.parametrize("size", [(160, 40), (100, 20)])
async def test_what_the_planner_renders_itself_is_as_textual_would_render_it(
    planner: MakePlanner, theme: str, size: tuple[int, int]
) -> None:
    app = planner("digital-twins", "iza-lunch", "strandwandeling")
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        for key in ["down", "right", "space", "G", "minus", "plus", "plus", "right", "down"]:
            await pilot.press(key)
            for widget in (app.grid, *app.planner.query("#details, #status").results(Widget)):
                whole = widget.region.size.region
                for part in (whole, Region(5, 1, 20, whole.height - 1)):
                    widget._styles_cache.clear()
                    theirs = Widget.render_lines(widget, part)
                    assert [*map(looks, widget.render_lines(part))] == [*map(looks, theirs)], key


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark"])
async def test_text_breaks_and_looks_as_that_of_textual(planner: MakePlanner, theme: str) -> None:
    app = planner()
    app.theme = theme
    async with app.run_test(size=(120, 40)):
        view = app.planner.query_one(DetailsView)
        background = view.background_colors[1]

        @settings(deadline=None, max_examples=100)
        @example(Content.assemble(("one", "bold"), "\ttwo"), 30)
        @given(contents, st.integers(2, 30))
        def check(content: Content, width: int) -> None:
            ours = TextLines(view).of(content, width)
            theirs = Visual.to_strips(view, content, width, None, view.visual_style, pad=True)
            for one in view.get_line_filters():
                theirs = [strip.apply_filter(one, background) for strip in theirs]
            margin = view.size.width + 1 - width
            assert [looks(line)[1:-margin] for line in ours] == [*map(looks, theirs)]

        check()


characters = st.sampled_from(["a", "b", "-", "é", "日", "👩\u200d💻", " "])
words = st.lists(characters, max_size=40).map("".join)
parts = st.tuples(words, st.sampled_from(["", "bold", QUIET, f"bold {QUIET}", "$text-error"]))
lines = st.lists(parts, min_size=1, max_size=3).map(lambda runs: Content.assemble(*runs))
contents = st.lists(lines, min_size=1, max_size=3).map(Content("\n").join)


def looks(strip: Strip) -> list[tuple[object, ...]]:
    """The cells of a line; of a blank one, the colour of its text is not seen."""
    return [
        (char, style.bgcolor, None if char == " " else style.clear_meta_and_links())
        for text, style, _control in strip
        if style is not None
        for char in text
    ]
