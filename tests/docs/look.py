"""Shows a screen of the app: `python -m tests.docs.look 100x30 space down n --svg screen.svg`."""

import argparse
import asyncio
import os
import tempfile
from pathlib import Path


def main() -> None:
    """Press keys in the app on the example, and print what is on the screen then."""
    parser = argparse.ArgumentParser(prog="python -m tests.docs.look", description=__doc__)
    parser.add_argument("size", help="columns and rows, such as 100x30")
    parser.add_argument("keys", nargs="*", help="as Textual names them, such as space or ctrl+r")
    parser.add_argument("--svg", type=Path, help="a file to draw the screen to")
    args = parser.parse_args()
    columns, rows = map(int, args.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        keep_the_machine_out(Path(folder))
        from .picture import draw_screen  # noqa: PLC0415 - not before the language is known

        text, svg = asyncio.run(draw_screen((columns, rows), args.keys))
    print(text)
    if args.svg:
        args.svg.write_text(svg, encoding="utf-8")


def keep_the_machine_out(folder: Path) -> None:
    """Own folders, colours and the language of the documentation, before the app is imported."""
    for name in ("DATA", "CONFIG", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / name)
    os.environ["LANGUAGE"] = "en"
    os.environ.pop("NO_COLOR", None)


if __name__ == "__main__":
    main()
