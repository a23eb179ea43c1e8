"""What holds of the app after every step, whatever the step was."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual._styles_cache import StylesCache
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import OptionList

from tui_planner.app.planner_screen import PlannerScreen
from tui_planner.app.screens.too_small_screen import TooSmallScreen, is_too_small
from tui_planner.app.terminal.text_lines import TextLines
from tui_planner.app.widgets.canvas import make_painter
from tui_planner.app.widgets.details_view import DetailsView
from tui_planner.app.widgets.grid import Grid
from tui_planner.app.widgets.grid_styles import GridStyles
from tui_planner.itinerary.itinerary import Itinerary

from .files import Files
from .terminal import Drawing, TerminalDriver


def faults(
    app: Any, terminal: TerminalDriver, drawing: Drawing, files: Files, *, resized: bool
) -> Iterator[str]:
    """What does not hold; the app has to be at rest, perhaps after another size."""
    if is_too_small(app.size) is not isinstance(app.screen, TooSmallScreen):
        yield f"{app.size} is shown as {app.screen}"
    yield from _faults_of_focus(app.screen)
    yield from _faults_of_cursors(app.screen, resized=resized)
    yield from _faults_of_itinerary(app, files)
    yield from (f"drawn outside: {place}" for place in terminal.outside)
    yield from faults_of_picture(app, terminal, drawing)


def _faults_of_focus(screen: Screen[Any]) -> Iterator[str]:
    focused = screen.focused
    if focused is None:
        if any(widget.focusable for widget in screen.query("*")):
            yield f"nothing has the focus in {screen}"
    elif not (focused.is_attached and focused.screen is screen and focused.visible):
        yield f"the focus is on what is not there: {focused}"
    elif not focused.region:
        yield f"the focus is on what has no place: {focused}"


def _faults_of_cursors(screen: Screen[Any], *, resized: bool) -> Iterator[str]:
    for grid in screen.query(Grid):
        if grid.day_layout is None or not grid.day_layout.every_box or not grid.region:
            continue
        if grid.cursor_box is None:
            yield f"the cursor of the grid is on nothing: {grid.marks.cursor}"
        elif resized and not _is_in_view(grid):
            yield f"the cursor of the grid is out of view: {grid.marks.cursor}"
    for view in screen.query(OptionList):
        if not view.has_focus or all(option.disabled for option in view.options):
            continue
        if view.highlighted is None or view.highlighted_option is None:
            yield f"the cursor of a list is on nothing: {view}"
        elif view.highlighted_option.disabled:
            yield f"the cursor of a list is on what cannot be chosen: {view}"


def _is_in_view(grid: Grid) -> bool:
    box, top = grid.cursor_box, grid.scroll_offset.y
    if box is not None and box.top < 0:
        return box.top in grid._all_day_rows
    return box is not None and box.top < top + grid.rows_in_view and box.bottom > top


def _are_alike(saved: Itinerary, shown: Itinerary) -> bool:
    """Whether a file has what is shown; what is known of the programme waits for a change."""
    return saved == shown._replace(known_sessions=saved.known_sessions)


def _faults_of_itinerary(app: Any, files: Files) -> Iterator[str]:
    planner = next(screen for screen in app.screen_stack if isinstance(screen, PlannerScreen))
    shown, saved = planner.editor.now.plan.itinerary, files.saved()
    if planner.editor.trouble:
        yield f"not written: {planner.editor.trouble}"
    elif saved is None and (shown.choices or shown.appointments):
        yield "what is shown is in no file"
    elif saved is not None and not _are_alike(saved, shown):
        yield f"the file holds other choices than are shown:\n  {saved}\n  {shown}"
    elif planner.grid.marks.chosen != planner.editor.now.own:
        yield "the grid shows other choices than there are"


def faults_of_picture(app: Any, terminal: TerminalDriver, drawing: Drawing) -> Iterator[str]:
    """Where the terminal shows something else than a fresh drawing would."""
    strips = fresh(app)
    if len(strips) != terminal.screen.lines:
        yield f"{len(strips)} lines are drawn on {terminal.screen.lines}"
        return
    for y, row in enumerate(drawing.rows(strips, app.console)):
        if row != (shown := terminal.screen.row(y)):
            at = next(
                (x for x, (one, other) in enumerate(zip(row, shown, strict=False)) if one != other),
                -1,
            )
            yield (
                f"line {y} from column {at} is not what a fresh drawing gives:\n"
                f"  shown {''.join(str(cell[0]) for cell in shown)!r} {shown[at]}\n"
                f"  fresh {''.join(str(cell[0]) for cell in row)!r} {row[at]}"
            )
            return


def fresh(app: Any) -> list[Strip]:
    """The screen as Textual itself draws it, anew, from nothing that was drawn before."""
    with ExitStack() as stack:
        stack.enter_context(app._context())
        for screen in app.screen_stack:
            for widget in screen.walk_children(with_self=True):
                stack.enter_context(patch.object(widget, "_styles_cache", StylesCache()))
                stack.enter_context(_forgetful(widget))
        visible_screen_stack.set(app._background_screens)
        compositor = Compositor()
        compositor.reflow(app.screen, app.size)
        return compositor.render_strips()


@contextmanager
def _forgetful(widget: Any) -> Iterator[None]:
    """Without the lines that our own widgets have kept."""
    with ExitStack() as stack:
        if isinstance(widget, Grid) and widget.day_layout is not None:
            painter = make_painter(widget.day_layout, widget.programme, widget._glyphs_here)
            stack.enter_context(patch.object(widget, "_painter", painter))
            stack.enter_context(patch.object(widget, "ink", GridStyles(widget)))
        if isinstance(widget, DetailsView) and widget._lines and widget.region:
            width = widget.scrollable_content_region.width
            lines = TextLines(widget)
            stack.enter_context(patch.object(widget, "_text_lines", lines))
            stack.enter_context(patch.object(widget, "_lines", lines.of(widget.content, width)))
        yield
