"""The file of the settings: read with care, and written to without losing what stands in it."""

from pathlib import Path

import pytest

from tui_planner.settings.settings import Lanes, Settings
from tui_planner.settings.settings_file import SettingsError, SettingsFile
from tui_planner.settings.settings_sentence import format_problem_sentence

WHOLE = """\
# mine
theme = "nord"   # calm
clock = 12
zoom = 15
ascii = true

[keys]
choose = "x"

[lanes.fosdem]
hidden = ["k1"]
pinned = ["janson"]
order = ["janson", "k2"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "settings.toml"


def written(path: Path, text: str) -> SettingsFile:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return SettingsFile(path)


def test_without_a_file_the_defaults_hold_and_none_is_made(path: Path) -> None:
    file = SettingsFile(path)
    assert file.settings == Settings()
    assert not file.problems
    assert not path.parent.exists()


def test_all_that_can_be_said(path: Path) -> None:
    file = written(path, WHOLE)
    assert not file.problems
    lanes = Lanes(("k1",), ("janson",), ("janson", "k2"))
    assert file.settings == Settings("nord", 12, 15, True, {"choose": "x"}, {"fosdem": lanes})


def test_the_lane_without_a_room_is_kept_as_any_other(path: Path) -> None:
    lanes = Lanes(("",), (), ("k1", ""))
    SettingsFile(path).save_lanes("fosdem", lanes)
    again = SettingsFile(path)
    assert not again.problems
    assert again.settings.lanes == {"fosdem": lanes}


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ('teme = "nord"\n', (1, 1), 'There is no key "teme" here. Did you mean "theme"?'),
        ("clock = 13\n", (1, 9), '"clock": 13 is not known. One of: 12, 24.'),
        ("zoom = 0\n", (1, 8), '"zoom": 0 is out of range. At least 1.'),
        ('ascii = "yes"\n', (1, 9), 'expected true or false, found "yes"'),
        ("theme = nord\n", (1, 9), "This is not TOML"),
        ('\n[keys]\nchoose = ""\n', (3, 10), "it is empty"),
        ("[keys]\nchoose = 3\n", (2, 10), "expected text in quotes, found 3"),
        ('[lanes.a]\nhiden = ["x"]\n', (2, 1), 'Did you mean "hidden"?'),
        ("[[keys]]\n", (1, 1), "Write its head as [keys]."),
        ("lanes = 3\n", (1, 9), "expected a table, found 3"),
    ],
)
def test_a_fault_is_one_sentence_with_its_place(
    path: Path, text: str, place: tuple[int, int], said: str
) -> None:
    (problem,) = written(path, text).problems
    sentence = format_problem_sentence(problem)
    assert sentence.startswith(f"{path}:{place[0]}:{place[1]}: ")
    assert said in sentence
    assert "\n" not in sentence


def test_of_what_is_faulty_the_default_holds_and_all_else_as_it_is_said(path: Path) -> None:
    text = WHOLE.replace("12", "13").replace('"x"', "3").replace('["k1"]', '"k1"')
    file = written(path, text)
    assert len(file.problems) == 3
    assert file.settings == Settings("nord", 24, 15, True)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"theme = \xe9"])
def test_a_file_that_is_no_text_is_told(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    file = SettingsFile(path)
    assert len(file.problems) == 1
    assert file.settings == Settings()


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir(parents=True)
    assert len(SettingsFile(path).problems) == 1


def test_what_is_changed_leaves_all_else_as_it_was_written(path: Path) -> None:
    file = written(path, WHOLE)
    file.save_theme("dracula")
    assert path.read_text("utf-8") == WHOLE.replace('"nord"', '"dracula"')
    file.save_lanes("fosdem", Lanes(pinned=("k2",)))
    assert SettingsFile(path).settings.lanes == {"fosdem": Lanes(pinned=("k2",))}
    assert file.settings.lanes == {"fosdem": Lanes(pinned=("k2",))}
    assert path.read_text("utf-8").startswith('# mine\ntheme = "dracula"   # calm\nclock = 12\n')


def test_the_first_change_makes_the_file(path: Path) -> None:
    file = SettingsFile(path)
    file.save_lanes("a.day", Lanes(hidden=("hall",)))
    file.save_theme("nord")
    again = SettingsFile(path)
    assert not again.problems
    assert again.settings == Settings("nord", lanes={"a.day": Lanes(hidden=("hall",))})


def test_lanes_as_they_would_be_anyway_are_not_written(path: Path) -> None:
    file = SettingsFile(path)
    file.save_lanes("a", Lanes(hidden=("hall",)))
    file.save_lanes("a", Lanes())
    assert "hall" not in path.read_text("utf-8")
    assert not SettingsFile(path).problems


def test_a_change_by_hand_in_between_is_kept(path: Path) -> None:
    file = SettingsFile(path)
    written(path, "clock = 12  # by hand\n")
    file.save_theme("nord")
    assert "clock = 12  # by hand\n" in path.read_text("utf-8")
    assert file.settings == Settings("nord", 12)


@pytest.mark.parametrize("text", ["theme = nord\n", 'teme = "nord"\n', "clock = 13\n"])
def test_a_faulty_file_is_never_written_to(path: Path, text: str) -> None:
    file = written(path, text)
    with pytest.raises(SettingsError, match="is left as it is"):
        file.save_theme("dracula")
    assert path.read_text("utf-8") == text


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles.toml"
    target.write_text("clock = 12\n")
    path.parent.mkdir()
    path.symlink_to(target)
    SettingsFile(path).save_theme("nord")
    assert path.is_symlink()
    assert 'theme = "nord"' in target.read_text()


def test_a_folder_that_cannot_be_written_is_told(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(SettingsError, match="cannot be written"):
        SettingsFile(path).save_theme("nord")


def test_a_file_far_too_large_is_told_and_left(path: Path) -> None:
    file = written(path, "#" * 1_000_001)
    assert file.settings == Settings()
    assert "larger than 1 MB" in format_problem_sentence(file.problems[0])
    with pytest.raises(SettingsError):
        file.save_theme("nord")
    assert len(path.read_bytes()) == 1_000_001
