"""The names of files as seen from this folder, for reports that others show."""

from os import fsencode
from pathlib import Path
from urllib.parse import quote

from tui_planner.programme.addresses import is_web_address
from tui_planner.programme.toml.source import STANDARD_INPUT


def shorten_name(name: str) -> str:
    """Name a file as seen from this folder where it lies in it; else as it was given."""
    if name == STANDARD_INPUT or is_web_address(name):
        return name
    path = Path(name)
    try:
        return (path.relative_to(Path.cwd()) if path.is_absolute() else path).as_posix()
    except ValueError:
        return path.as_posix()


def shorten_uri(name: str) -> str:
    """Name a file by a URI: relative where it lies in this folder."""
    if name == STANDARD_INPUT:
        return "stdin"
    if is_web_address(name):
        return quote(name, safe="/:?#[]@!$&'()*+,;=%~")
    here = Path.cwd()
    try:
        # What leads out of this folder and back in again is no name of a file for a viewer.
        path = Path(_without_dots(here / name)).relative_to(here)
    except ValueError:
        return _without_dots(here / name).as_uri()
    return _quoted(path)


def _without_dots(path: Path) -> Path:
    parts: list[str] = []
    for part in path.parts:
        if part == ".." and len(parts) > 1:
            parts.pop()
        elif part != "..":
            parts.append(part)
    return Path(*parts)


def _quoted(path: Path) -> str:
    return quote(fsencode(path.as_posix()))
