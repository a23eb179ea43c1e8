"""The settings in the app: the theme, the keys, ASCII, and what is told of a fault."""

import pytest
from textual.color import Color

from tests.app.conftest import MakePlanner
from tests.app.looks import shown, text_of
from tui_planner.app.commands.keymap import rebind
from tui_planner.app.commands.registry import COMMANDS
from tui_planner.app.content.help_text import list_help, render_help
from tui_planner.layout.text.glyphs import ASCII, UNICODE
from tui_planner.programme.time_text import use_clock
from tui_planner.settings.settings_file import SettingsFile


def settings(text: str) -> SettingsFile:
    """The user's settings with a text."""
    path = SettingsFile.of_user().path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return SettingsFile(path)


async def test_the_theme_of_the_settings(planner: MakePlanner) -> None:
    settings('theme = "nord"\n')
    app = planner()
    async with app.run_test(size=(120, 40)):
        assert app.theme == "nord"
        assert app.screen.styles.background == Color.parse(app.current_theme.background or "")


async def test_a_theme_that_is_chosen_is_kept(planner: MakePlanner) -> None:
    file = settings("clock = 24  # mine\n")
    app = planner()
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = "dracula"
        await pilot.pause()
        assert SettingsFile(file.path).settings.theme == "dracula"
        assert "clock = 24  # mine" in file.path.read_text()


async def test_opening_the_app_writes_no_settings(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("down", "space", "q")
    assert not app.settings.exists


async def test_a_theme_is_not_kept_in_a_faulty_file(planner: MakePlanner) -> None:
    file = settings("clok = 12\n")
    app = planner()
    async with app.run_test(size=(120, 40)) as pilot:
        assert 'There is no key "clok" here. Did you mean "clock"?' in " ".join(app.status.split())
        app.theme = "dracula"
        await pilot.pause()
        assert "left as it is" in app.status
    assert file.path.read_text() == "clok = 12\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('theme = "norde"\n', 'There is no theme "norde". Did you mean "nord"?'),
        ('[keys]\nchose = "x"\n', 'There is no command "chose". Did you mean "choose"?'),
        ('[keys]\nchoose = "x,spce"\n', 'There is no key "spce". Did you mean "space"?'),
        ('[keys]\nchoose = "x"\nfind = "x"\n', 'The key "x" is given to choose too.'),
    ],
)
async def test_names_that_nothing_has(planner: MakePlanner, text: str, said: str) -> None:
    settings(text)
    app = planner()
    async with app.run_test(size=(160, 40)):
        assert said in " ".join(app.status.split())
        assert app.theme == "textual-dark"


async def test_another_key(planner: MakePlanner) -> None:
    settings('[keys]\nchoose = "x,u"\n')
    app = planner()
    async with app.run_test(size=(120, 40)) as pilot:
        cursor = app.cursor
        await pilot.press("space")
        assert app.saved == []
        await pilot.press("x")
        assert app.saved == [cursor]
        await pilot.press("u")  # taken from undo
        assert app.saved == []
        assert "x u Choose" in text_of(app)


def test_what_is_shown_of_other_keys() -> None:
    commands = rebind(COMMANDS, {"choose": "x,u"})
    shown = {command.id: command.shown for command in commands}
    assert shown["choose"] == "x u"
    assert shown["undo"] == ""
    assert shown["find"] == "/"
    assert "x u" in str(render_help(list_help(commands, UNICODE), 100))


async def test_the_key_line_leaves_out_what_has_no_key(planner: MakePlanner) -> None:
    settings('[keys]\nfind = "space"\n')
    app = planner()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        line = text_of(app).splitlines()[-1]
        assert "space Find" in line
        assert "Choose" not in line


async def test_in_ascii_all_that_is_drawn_is(planner: MakePlanner) -> None:
    app = planner("iza-lunch", "strandwandeling", glyphs=ASCII)
    async with app.run_test(size=(120, 40)) as pilot:
        assert text_of(app).isascii()
        for key in ("question_mark", "a", "U", "s"):
            await pilot.press(key)
            await pilot.pause()
            assert text_of(app).isascii()
            await pilot.press("escape")


async def test_a_clock_of_12_hours(planner: MakePlanner) -> None:
    use_clock(12)
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("n")
        text = text_of(app)
        assert "12:45–1:30pm" in text
        assert "~12:50p" in text
        assert "13:" not in text


async def test_without_colour_the_terminal_keeps_its_own(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = planner("iza-lunch")
    async with app.run_test(size=(120, 40)) as pilot:
        for theme in ("textual-dark", "ansi-light", "textual-light"):
            app.theme = theme
            await pilot.pause()
            styles = [segment.style for line in shown(app) for segment in line if segment.style]
            assert styles
            for style in styles:
                assert style.color is None or style.color.is_default
                assert style.bgcolor is None or style.bgcolor.is_default


async def test_the_key_that_quits_is_the_users_where_the_terminal_is_too_small(
    planner: MakePlanner,
) -> None:
    settings('[keys]\nquit = "ctrl+x"\n')
    app = planner()
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        assert "ctrl+x quits" in str(app.screen.query_one("#too-small").render())
        await pilot.press("q")
        assert app.is_running
        await pilot.press("ctrl+x")
        assert not app.is_running
