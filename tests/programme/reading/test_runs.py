"""Which sessions are runs of one another."""

import pytest

from tests.helpers import programme_of


def runs(**repeats: str) -> list[str]:
    """The first run of each of some sessions, given what each says that it repeats."""
    programme = programme_of(
        "".join(
            f'[[sessions]]\nid = "{id_}"\ntitle = "T"\nstart = "10:00"\nend = "11:00"\n'
            + (f'repeat_of = "{of}"\n' if of else "")
            for id_, of in repeats.items()
        )
    )
    return [programme.find_first_run(session) for session in programme.sessions]


@pytest.mark.parametrize(
    ("repeats", "first"),
    [
        ({"a": "", "b": "", "c": ""}, ["a", "b", "c"]),
        ({"b": "", "a": "b", "c": "b"}, ["b", "b", "b"]),
        ({"c": "", "b": "c", "a": "b"}, ["c", "c", "c"]),
    ],
)
def test_all_runs_have_one_first(repeats: dict[str, str], first: list[str]) -> None:
    assert runs(**repeats) == first


def test_alternatives_are_of_one_group_or_runs_of_one_another() -> None:
    programme = programme_of(
        "".join(
            f'[[sessions]]\nid = "{id_}"\ntitle = "T"\nstart = "10:00"\nend = "11:00"\n{more}\n'
            for id_, more in (
                ("later", 'repeat_of = "first"'),
                ("alone", ""),
                ("first", 'group = "walks"'),
                ("walk", 'group = "walks"'),
                ("both", 'group = "walks"\nrepeat_of = "first"'),
            )
        )
    )
    found = {
        session.id: [other.id for other in programme.list_alternatives(session)]
        for session in programme.sessions
    }
    assert found == {
        "later": ["first"],
        "alone": [],
        "first": ["later", "walk", "both"],
        "walk": ["first", "both"],
        "both": ["first", "walk"],
    }
