"""ctrl+c asks once, by the user's key, then quits."""

from pathlib import Path

import pytest

from .watched import Watch

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(("columns", "rows", "keys"), [(90, 30, ""), (90, 30, ":"), (38, 14, "")])
def test_ctrl_c_asks_once_and_then_quits(
    watch: Watch, columns: int, rows: int, keys: str, language: str
) -> None:
    app = watch(columns=columns, rows=rows, env={"LANGUAGE": language})
    app.wait_for(f"{columns}×{rows}" if columns < 40 else "Nota Ruimte")
    for key in keys:
        app.press(key)
        app.settle()
    app.press("\x03")
    app.wait_for("Quit?" if language == "en" else "Stoppen?")
    app.settle()
    assert app.terminal.process.isalive()
    app.press("\x03")
    assert app.terminal.wait_for_end() == 0
    assert app.is_given_back


def test_ctrl_c_names_the_users_own_key(watch: Watch, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "tui-planner" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nquit = "ctrl+e"\n', encoding="utf-8")
    app = watch()
    app.wait_for("Nota Ruimte")
    app.press("\x03")
    app.wait_for("ctrl+e does")
    app.press("j")  # whoever goes on has not quit
    app.press("\x03")
    app.settle()
    assert app.terminal.process.isalive()
    app.press("\x03")
    assert app.terminal.wait_for_end() == 0


def test_keys_that_a_user_gives_to_commands_are_theirs(watch: Watch, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "tui-planner" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nundo = "ctrl+z"\nchoose = "ctrl+c"\n', encoding="utf-8")
    app = watch()
    app.wait_for("Nota Ruimte")
    app.press("\x03")
    app.wait_for("1 chosen")
    app.press("\x1a")
    app.wait_for("0 chosen")
    app.press("q")
    assert app.terminal.wait_for_end() == 0
