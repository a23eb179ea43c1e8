"""Makes what the pages show of the program anew: the tables, and the picture of the README."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .look import keep_the_machine_out


def main() -> int:
    """Write each page that is not current, or only say which; 1 where one is not and stays so."""
    parser = argparse.ArgumentParser(prog="python -m tests.docs", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say what is not current")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        keep_the_machine_out(Path(folder))
        made = _make()
    stale = [path for path, text in made.items() if _read(path) != text]
    for path in stale:
        print(f"not current: {path.name}" if args.check else f"made anew: {path.name}")
        if not args.check:
            path.write_text(made[path], encoding="utf-8")
    return 1 if stale and args.check else 0


def _make() -> Mapping[Path, str]:
    from .pages import PAGES, PICTURE, fill_regions, read_page  # noqa: PLC0415 - after the language
    from .picture import draw_picture  # noqa: PLC0415
    from .tables import MAKERS  # noqa: PLC0415

    pages = {page: fill_regions(read_page(page), MAKERS) for page in PAGES}
    return {**pages, PICTURE: asyncio.run(draw_picture())}


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
