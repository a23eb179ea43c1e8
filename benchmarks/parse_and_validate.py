"""The yardstick of `check`: parse a file with tomli, validate it with the same models, no more."""

import sys
from pathlib import Path

import tomli

from tui_planner.programme.reading.format.file_models import ProgrammeFile

ProgrammeFile.model_validate(tomli.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
