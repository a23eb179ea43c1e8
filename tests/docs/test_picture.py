"""The picture of the README is what the app draws."""

from tests.docs.pages import PICTURE, read_page
from tests.docs.picture import TEXTUAL, draw_picture, read_text

RENEW = "`python -m tests.docs` draws it anew; look at it before you keep it"


async def test_the_picture_is_what_the_app_draws() -> None:
    drawn = await draw_picture()
    kept = read_page(PICTURE)
    assert read_text(kept) == read_text(drawn), RENEW
    if f"Textual {TEXTUAL} " in kept:
        assert kept == drawn, RENEW


def test_the_clash_is_in_sight() -> None:
    words = read_text(read_page(PICTURE))
    assert "are at the same time" in words
    assert "12:50–13:30: 40 minutes." in words
    assert "−45 min" in words


def test_it_asks_nothing_of_any_server() -> None:
    picture = read_page(PICTURE).replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "url(http" not in picture
    assert "href" not in picture
    assert "@font-face" not in picture
