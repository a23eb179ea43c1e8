"""The pages of the documentation, and what stands in them."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.helpers import ROOT

DOCS = ROOT / "docs"
README = ROOT / "README.md"
PICTURE = DOCS / "hoorn.svg"
PAGES = (README, *sorted(DOCS.glob("*.md")))

_REGION = re.compile(r"(<!-- made: (?P<name>[a-z-]+) -->\n)(?P<text>.*?)(<!-- end -->)", re.DOTALL)
_BLOCK = re.compile(r"^```(?P<kind>[a-z]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def read_page(page: Path) -> str:
    """A page as it is on the disk."""
    return page.read_text(encoding="utf-8")


def fill_regions(text: str, makers: Mapping[str, Callable[[], str]]) -> str:
    """A page with what is made of the program made anew.

    Raises:
        KeyError: nothing makes what a region names.
    """

    def fill(found: re.Match[str]) -> str:
        return f"{found[1]}\n{makers[found['name']]()}\n\n{found[4]}"

    return _REGION.sub(fill, text)


def list_regions(text: str) -> list[str]:
    """The names of the regions of a page."""
    return [found["name"] for found in _REGION.finditer(text)]


def find_blocks(text: str, kind: str) -> list[str]:
    """The fenced blocks of one kind, such as `toml`, without their fences."""
    return [found["text"] for found in _BLOCK.finditer(text) if found["kind"] == kind]


def without_blocks(text: str) -> str:
    """The prose of a page."""
    return _BLOCK.sub("", text)


def list_command_lines(text: str) -> Iterator[str]:
    """What the reader is to type: blocks of kind `sh` and indented ones, continued lines as one."""
    indented = re.findall(r"^    (\S.*)$", without_blocks(text), re.MULTILINE)
    for block in (*find_blocks(text, "sh"), "\n".join(indented)):
        for line in block.replace("\\\n", " ").splitlines():
            if line.strip() and not line.startswith("#"):
                yield re.sub(r" +", " ", line.strip())
