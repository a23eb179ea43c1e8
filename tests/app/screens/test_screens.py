"""Details, my day, help, the palette, the key line and finding."""

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.command import CommandList, CommandPalette
from textual.geometry import Region

from tests.app.conftest import MakePlanner
from tests.app.looks import shown
from tests.helpers import programme_of
from tui_planner.app.commands.registry import COMMANDS
from tui_planner.app.screens.details_screen import DetailsScreen
from tui_planner.app.screens.help_screen import HelpScreen
from tui_planner.app.screens.my_day_screen import MyDayScreen
from tui_planner.app.widgets.details_view import DetailsView
from tui_planner.app.widgets.key_line import KeyLine

NARROW, WIDE = (80, 24), (120, 40)


def text_of(screen: object) -> str:
    assert isinstance(screen, DetailsScreen)
    return str(screen.query_one("#text").render())


def lines_of(view: DetailsView) -> str:
    """What is seen of the details."""
    height = view.scrollable_content_region.height
    return "\n".join(view.render_line(y).text for y in range(height))


async def test_enter_shows_everything_about_a_session(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("enter")
        text = text_of(app.screen)
        assert "Strandwandeling over dijkversterking en stadsstrand" in text
        assert "5 minutes earlier or later" in text
        assert "Het verhaal van Hoorn" in text, "its alternatives are named"
        strandwandeling = app.grid.programme.session_by_id["strandwandeling"]
        assert " ".join(strandwandeling.description.split()) in text
        await pilot.press("escape")
        assert app.screen is app.planner


async def test_details_stand_beside_the_grid_where_it_is_wide(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right")
        details = str(app.planner.query_one(DetailsView).content)
        assert "Kees Vendrik" in details
        assert "Themagroep Duurzaamheid" in details


@pytest.mark.parametrize("width", [100, 120, 160, 200])
async def test_the_day_fits_beside_its_details(planner: MakePlanner, width: int) -> None:
    app = planner()
    async with app.run_test(size=(width, 40)) as pilot:
        await pilot.pause()
        assert "more" not in app.grid_text.splitlines()[0]
        assert app.grid.max_scroll_x == 0


async def test_details_are_there_when_a_narrow_terminal_is_made_wide(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right")
        await pilot.resize_terminal(*WIDE)
        for _frame in range(100):  # until all has its size, however busy the machine
            await pilot.pause()
            if app.planner.query_one(DetailsView).content:
                break
        assert "Kees Vendrik" in str(app.planner.query_one(DetailsView).content)


async def test_long_details_scroll_and_another_text_begins_at_its_beginning(
    planner: MakePlanner,
) -> None:
    app = planner()
    async with app.run_test(size=(120, 20)) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.pause()
        view = app.planner.query_one(DetailsView)
        last_word = view.content.plain.split()[-1]
        assert last_word not in lines_of(view)
        view.scroll_end(animate=False)
        await pilot.pause()
        assert last_word in lines_of(view)
        await pilot.press("right")
        await pilot.pause()
        title = app.grid.cursor.title if app.grid.cursor else ""
        assert title.split()[0] in lines_of(view)


async def test_my_day_follows_every_choice(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "4 to choose from" in app.day_text
        await pilot.press("space")
        assert "11:30 ✓ Nota Ruimte" in app.day_text
        await pilot.press("down", "space", "right", "right", "right", "space")
        assert "~12:50 ! Strandwandeling" in app.day_text
        assert "12:50–13:30, 40" in app.day_text
        order = ["Inloop", "Nota Ruimte", "Lunch", "IZA/AZWA", "Afsluiting"]
        places = [app.day_text.index(word) for word in order]
        assert places == sorted(places)


def _is_red(segment: Segment) -> bool:
    """Whether the words or their ground are."""
    colours = (segment.style.color, segment.style.bgcolor) if segment.style else ()
    found = [colour.triplet for colour in colours if colour and colour.triplet]
    return any(colour.red > colour.green + 30 for colour in found)


@pytest.mark.parametrize(("status", "is_struck"), [("full", False), ("cancelled", True)])
async def test_what_is_chosen_and_lost_is_red_everywhere_and_not_counted(
    planner: MakePlanner, status: str, is_struck: bool
) -> None:
    talk = '[[sessions]]\nid = "{0}"\ntitle = "Talk {0}"\nstart = "{1}:00"\nend = "{1}:30"\n'
    body = talk.format("one", 10) + talk.format("two", 11) + f'status = "{status}"\n'
    app = planner("one", "two", programme=programme_of(body))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert app.header.split("chosen")[0].split()[-1] == "1"
        assert f"1 {status}" in app.header
        assert "11:00 × Talk two" in app.day_text
        assert "× Talk two" in app.grid_text
        every = [one for line in shown(app) for one in line]
        words = [one for one in every if one.text.rstrip().endswith("Talk two")]
        assert len(words) == 2  # in the grid and in the day
        assert all(map(_is_red, words))
        assert {bool(one.style and one.style.strike) for one in words} == {is_struck}


async def test_an_empty_day_says_what_will_stand_there(planner: MakePlanner) -> None:
    talk = '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "10:00"\nend = "11:00"\n'
    app = planner(programme=programme_of(talk))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert app.day_text.startswith("Nothing is chosen on this day yet.")
        await pilot.press("space")
        await pilot.pause()
        assert app.day_text.split()[:3] == ["10:00", "✓", "Talk"]


async def test_m_hides_my_day_where_it_is_wide(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        width = app.grid.size.width
        await pilot.press("m")
        await pilot.pause()
        assert app.grid.size.width > width
        await pilot.press("m")
        await pilot.pause()
        assert app.grid.size.width == width


async def test_m_opens_my_day_where_it_is_narrow_and_goes_to_an_entry(
    planner: MakePlanner,
) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("m")
        assert isinstance(app.screen_stack[-1], MyDayScreen)
        assert "✓ Stadslogistiek" in app.day_text
        titles = app.day_text.splitlines()
        assert any("Inloop" in line for line in titles)
        for _ in range(6):
            await pilot.press("down")
        await pilot.press("enter")
        assert app.screen is app.planner
        assert app.cursor == "digital-twins"


async def test_details_that_are_selected_are_drawn_for_the_width_that_they_have(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frame may be painted before the view is told of its new size."""
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        view = app.planner.query_one(DetailsView)
        view.text_select_all()
        await pilot.pause()
        view.render_line(0)
        monkeypatch.setattr(DetailsView, "scrollable_content_region", Region(0, 0, 18, 10))
        drawn = [view.render_line(y).text for y in range(10)]
        assert {cell_len(line) for line in drawn} == {18}
        words = [word for line in drawn for word in line.split()]
        assert words == view.content.plain.split()[: len(words)]


async def test_the_palette_offers_the_commands(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        offered = [command.title for command in app.get_system_commands(app.planner)]
        assert any(title.startswith("Next day") for title in offered)
        assert "Theme" in offered


async def test_a_page_in_the_palette_before_it_is_laid_out_ends_nothing(
    planner: MakePlanner,
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("colon")
        commands = app.screen.query_one(CommandList)
        while not commands.option_count:
            await pilot.pause()
        commands.styles.height = 0
        await pilot.press("pagedown", "pageup")
        commands.styles.height = None
        await pilot.pause()
        await pilot.press("pagedown")
        assert commands.highlighted


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_key_line_fits_and_keeps_help_and_quit(planner: MakePlanner, width: int) -> None:
    app = planner()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        line = str(app.planner.query_one(KeyLine).render())
        assert len(line) <= width
        assert "? Help" in line
        assert "q Quit" in line


def test_every_command_has_an_id_of_its_own() -> None:
    ids = [command.id for command in COMMANDS]
    assert len(set(ids)) == len(ids)


async def test_find_goes_to_hits_as_one_types(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("slash", *"dagevos")
        assert app.cursor == "asielketen"
        await pilot.press("enter")
        assert app.cursor == "asielketen"
        await pilot.press("space")
        assert app.saved == ["asielketen"]


async def test_escape_goes_back_to_where_the_search_began(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("slash", *"dagevos", "escape")
        assert app.cursor == "nota-ruimte"
        await pilot.press("right")
        assert app.cursor == "slim-met-stroom"


async def test_arrows_step_through_the_hits(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("slash", *"stadswandeling")
        first = app.cursor
        await pilot.press("down")
        second = app.cursor
        await pilot.press("down")
        third = app.cursor
        assert {first, second} == {"wandeling-gouden-erfgoed", "wandeling-westerdijk"}
        assert third in {first, "strandwandeling", "verhaal-van-hoorn"}
        await pilot.press("up")
        assert app.cursor == second


async def test_accents_and_case_are_forgiven_and_misses_are_said(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("slash", *"FINANCIEN")
        assert app.cursor == "gemeentefinancien"
        await pilot.press(*"xyz")
        assert "0 found" in str(app.planner.query_one("#find-count").render())


async def test_titles_are_never_read_as_markup(planner: MakePlanner) -> None:
    programme = programme_of(
        '[[sessions]]\nid = "a"\ntitle = "Rust [beta] [/b] talk"\nstart = "10:00"\nend = "11:00"\n'
    )
    app = planner("a", programme=programme)
    async with app.run_test(size=WIDE) as pilot:
        assert "Rust [beta] [/b] talk" in app.grid_text
        assert "Rust [beta] [/b] talk" in app.status
        await pilot.pause()
        assert "Rust [beta] [/b]" in " ".join(app.day_text.split())
        await pilot.press("enter")
        assert "Rust [beta] [/b] talk" in text_of(app.screen)


async def test_q_leaves(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running


async def test_keys_of_the_key_line_can_be_clicked(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        line = str(app.planner.query_one(KeyLine).render())
        await pilot.click("#keys", offset=(line.index("Help"), 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


@pytest.mark.parametrize(
    ("part", "line", "words"), [("#details", 2, "erspectief"), ("#status", 1, "1:30–12:30")]
)
async def test_the_mouse_selects_text_beside_and_below_the_grid(
    planner: MakePlanner, part: str, line: int, words: str
) -> None:
    app = planner()
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        widget = app.planner.query_one(part)
        before = widget.render_lines(widget.region.size.region)[line]
        await pilot.mouse_down(part, offset=(2, line))
        await pilot.hover(part, offset=(12, line))
        await pilot.pause()
        selected = widget.render_lines(widget.region.size.region)[line]
        assert (app.screen.get_selected_text() or "").strip() == words
        grounds = {segment.style and segment.style.bgcolor for segment in selected}
        assert len(grounds) == 2
        assert selected.text == before.text
