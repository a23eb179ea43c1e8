"""Programs that ours are held against, in an environment of their own.

They import nothing of this project, and are run by the path of their interpreter.
"""

import os
import subprocess
import sys
import venv
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).parent
_PACKAGES = (
    f"textual=={version('textual')}",  # the one that the app has
    "khal>=0.14,<0.15",
    "urwid<4",  # khal's; it fails with newer ones
)


def make_environment(folder: Path) -> str:
    """Make the environment in a folder if it is not there yet, and return its interpreter."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    made_of = folder / "made-of.txt"
    wanted = "\n".join([sys.version, *_PACKAGES])
    if not made_of.exists() or made_of.read_text(encoding="utf-8") != wanted:
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *_PACKAGES], check=True)
        _compile(python, folder)
        made_of.write_text(wanted, encoding="utf-8")
    return str(python)


def _compile(python: Path, folder: Path) -> None:
    command = [str(python), "-m", "compileall", "-qq", str(folder), str(HERE)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # not all of it is Python
