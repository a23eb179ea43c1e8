"""Hostile text in every field of what others publish; the fields are those of our own exports."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from tests.cli.support import Cli
from tests.helpers import SHIPPED
from tests.hostile.texts import EVIL, MILD, harm_in

pytestmark = pytest.mark.slow

HALF = "half \ud800 of one"
_WRITTEN = re.compile(r'(?<==")[^"]*(?=")|(?<=>)[^<\n]+(?=<)')
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800]")


def _leaves(node: Any) -> Iterator[tuple[Any, Any]]:
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in list(items):
        if isinstance(value, dict | list):
            yield from _leaves(value)
        elif isinstance(value, str):
            yield node, key


def _of_json(text: str, evil: str) -> Iterator[bytes]:
    document = json.loads(text)
    rooms = document["schedule"]["conference"]["days"][0]["rooms"]
    name = next(iter(rooms))
    document["schedule"]["conference"]["days"][0]["rooms"] = {name: rooms[name][:1]}
    for node, key in _leaves(document):
        before = node[key]
        for value in (before + evil, evil):
            node[key] = value
            yield json.dumps(document).encode()
        node[key] = before


def _of_xml(text: str, evil: str) -> Iterator[bytes]:
    head, rest = text.split("</event>", 1)
    text = head + "</event></room></day></schedule>\n" if rest else text
    evil = escape(evil, {'"': "&quot;"})
    for found in _WRITTEN.finditer(text):
        for value in (evil, _NOT_IN_XML.sub(lambda one: f"&#{ord(one[0])};", evil)):
            made = text[: found.end()] + value + text[found.end() :]
            yield made.encode("utf-8", "surrogatepass")


def _of_ics(text: str, evil: str) -> Iterator[bytes]:
    lines = text.replace("\r\n ", "").split("\r\n")
    first = lines.index("END:VEVENT") + 1
    lines = [*lines[:first], "END:VCALENDAR", ""]
    for number, line in enumerate(lines[:-1]):
        made = [*lines]
        made[number] = line + evil.replace("\n", "")
        yield "\r\n".join(made).encode("utf-8", "surrogatepass")


FORMATS = {"schedule-json": _of_json, "schedule-xml": _of_xml, "ics": _of_ics}


@pytest.mark.parametrize("evil", [EVIL, MILD, HALF], ids=["evil", "mild", "half"])
@pytest.mark.parametrize("name", FORMATS)
def test_what_others_publish(cli: Cli, folder: Path, name: str, evil: str) -> None:
    (folder / "export").write_bytes(b"")
    assert cli("export", str(SHIPPED), "--format", name, "-o", "export", "--force").code == 0
    exported = (folder / "export").read_bytes().decode()
    taken = 0
    for number, data in enumerate(FORMATS[name](exported, evil)):
        (folder / "hostile").write_bytes(data)
        outcome = cli("import", "hostile", "-o", "made.toml", "--force")
        printed = cli("import", "hostile")
        assert "fault of its own" not in outcome.err, number
        assert not harm_in(outcome.err + printed.out + printed.err), number
        if outcome.code == 0:
            taken += 1
            assert not harm_in((folder / "made.toml").read_text(encoding="utf-8")), number
            for argv in (["show"], ["check"], ["export", "--format", "html"]):
                shown = cli(*argv, "-p", "made.toml")
                assert "E0" not in shown.out, number
                assert not harm_in(shown.out + shown.err), number
    assert taken > 10
