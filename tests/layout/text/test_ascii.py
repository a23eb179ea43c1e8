"""What a sign looks like where there is only ASCII."""

from tui_planner.layout.text.ascii import as_ascii
from tui_planner.layout.text.glyphs import ASCII, UNICODE


def test_the_signs_of_what_is_chosen_stay_apart_and_are_those_of_the_grid() -> None:
    signs = [UNICODE.chosen, UNICODE.clash, UNICODE.possible, UNICODE.tight]
    alike = [ASCII.chosen, ASCII.clash, ASCII.possible, ASCII.tight]
    assert [as_ascii(sign) for sign in signs] == alike
    assert len(set(alike)) == len(alike)
