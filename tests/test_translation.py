"""The catalogues: whole, true to the source, and spoken where the environment asks for them."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.cli.support import process
from tests.helpers import ROOT, SHIPPED

pytestmark = pytest.mark.slow

PACKAGE = ROOT / "tui_planner"
CATALOGUES = sorted(PACKAGE.glob("locale/*/LC_MESSAGES/tui_planner.po"))
every_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])

RENEW = "docs/contributing.md says how a catalogue is renewed"


@cache
def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], abort_invalid=True)


@cache
def source() -> frozenset[str | tuple[str, ...]]:
    """What the source has to say: a text, or the singular and the plural of one."""
    found = extract_from_dir(PACKAGE, method_map=[("**.py", "python")])
    return frozenset(message[2] for message in found)


def called_for() -> Iterator[str | tuple[str, ...]]:
    """What is handed to the functions of gettext, as Python reads the source."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(ast.Name("_"), [text]):
                    yield ast.literal_eval(text)
                case ast.Call(ast.Name("ngettext"), [one, many, _]):
                    yield ast.literal_eval(one), ast.literal_eval(many)


def translated(path: Path) -> Iterator[Message]:
    return (message for message in catalogue(path) if message.id)


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """A text, or the forms of a plural, each read from a file in a type of its own."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def pairs(path: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each translation, form by form, behind the text or the forms that it is one of."""
    for message in translated(path):
        yield from ((forms(message.id), form) for form in forms(message.string))


def placeholders(text: str) -> list[tuple[str, str | None, str | None]]:
    """What `str.format` fills in, with its format."""
    return sorted(
        (name, spec, conversion)
        for _, name, spec, conversion in Formatter().parse(text)
        if name is not None
    )


def edges(text: str) -> tuple[str, str, int]:
    """The blanks around a text, and how many lines it has."""
    return (
        text[: len(text) - len(text.lstrip())],
        text[len(text.rstrip()) :],
        text.count("\n"),
    )


def differing(path: Path, trait: Callable[[str], object]) -> list[tuple[tuple[str, ...], str]]:
    """The translations in which something is not as in the text, nor in a form of it."""
    return [
        (texts, translation)
        for texts, translation in pairs(path)
        if trait(translation) not in map(trait, texts)
    ]


def test_babel_finds_every_text() -> None:
    """Within an f-string, as an example, it does not."""
    assert set(called_for()) - source() == set()


def test_there_is_dutch() -> None:
    assert "nl" in [path.parts[-3] for path in CATALOGUES]


@every_catalogue
def test_holds_every_text_of_the_source_and_no_other(path: Path) -> None:
    held = {message.id for message in translated(path)}
    assert source() - held == set(), RENEW
    assert held - source() == set(), RENEW
    assert not catalogue(path).obsolete


@every_catalogue
def test_every_text_is_translated_and_none_is_a_guess(path: Path) -> None:
    assert [texts for texts, translation in pairs(path) if not translation] == []
    assert [message.id for message in translated(path) if message.fuzzy] == []


@every_catalogue
def test_a_translation_is_filled_in_as_its_text_is(path: Path) -> None:
    assert differing(path, placeholders) == []
    assert differing(path, edges) == []


@every_catalogue
def test_what_is_typed_is_not_translated(path: Path) -> None:
    """Options, tables of the file, rules and commands are the same in every language."""
    typed = re.compile(
        r"--[a-z]+|\[\[?\w+\]\]?|\b[ACE]\d{3}\b|\b\w+\.(?:json|xml)\b|\b[a-z]+:(?=,)"
    )
    assert differing(path, lambda text: sorted(typed.findall(text))) == []


@every_catalogue
def test_the_compiled_catalogue_is_that_of_the_source(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert {forms(m.id): forms(m.string) for m in compiled if m.id} == {
        forms(m.id): forms(m.string) for m in translated(path)
    }, RENEW
    assert compiled.plural_expr == catalogue(path).plural_expr
    assert compiled.locale_identifier == path.parts[-3]


DUTCH = (
    {"LANGUAGE": "nl"},
    {"LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "nl_NL.UTF-8"},
    {"LANGUAGE": "xx:nl_BE"},
)
ENGLISH = (
    {"LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "C.UTF-8"},
    {"LANGUAGE": "", "LC_ALL": "en_GB.UTF-8", "LANG": "nl_NL.UTF-8"},
    {"LANGUAGE": "en_GB:en:nl"},
    {"LANGUAGE": "xx"},
)


def spoken(env: dict[str, str]) -> str:
    """The day, one's own day and the help, each of a process of its own."""
    process("choose", "iza-lunch", "wandeling-gouden-erfgoed", "-p", str(SHIPPED), env=env)
    day = process("show", str(SHIPPED), "--format", "agenda", env=env).out
    mine = process("mine", str(SHIPPED), env=env).out
    return day + mine + process("--help", env=env).out


@pytest.mark.parametrize("env", DUTCH, ids=lambda env: ",".join(filter(None, env.values())))
def test_speaks_dutch_where_it_is_asked_to(env: dict[str, str]) -> None:
    out = spoken(env)
    for words in ("do 13 februari 2025", "zijn tegelijk", "is vol.", "toon de dag"):
        assert words in out
    assert " are " not in out


@pytest.mark.parametrize("env", ENGLISH, ids=lambda env: ",".join(filter(None, env.values())))
def test_speaks_english_where_nothing_else_is_asked_for(env: dict[str, str]) -> None:
    out = spoken(env)
    for words in ("Thu 13 February 2025", "are at the same time", "is full.", "print the day"):
        assert words in out
    assert " zijn " not in out
