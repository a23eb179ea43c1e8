"""Ids and references that are empty, or no text at all."""

import pytest

from tests.helpers import reading_of


@pytest.mark.parametrize("reference", ["0", "true", '""', "[]"])
def test_what_no_id_can_be_is_told_and_nothing_breaks(reference: str) -> None:
    body = (
        'rooms = [{ id = "", name = "Hall" }, { id = "b", name = "B" }]\n'
        f'routes = [{{ from = {reference}, to = "b", minutes = 5 }}]\n'
    )
    reading = reading_of("", body + '[programme]\ntitle = "A day"\ndate = 2025-02-13\n')
    assert reading.programme is None
    assert 2 in {problem.place.line for problem in reading.problems}
