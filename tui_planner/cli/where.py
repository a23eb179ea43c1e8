"""`where`: the paths in use."""

from pathlib import Path

from ..i18n import _
from ..programme.locate import default_programme
from ..programme.reader import read_programme
from ..programme.source import STANDARD_INPUT
from .common import Arguments, store_of
from .output import Exit, table


def run(args: Arguments) -> Exit:
    """Print where the programme and the itinerary are."""
    name = args.programme or default_programme()
    path = name if name == STANDARD_INPUT else str(Path(name).absolute())
    rows = [(_("programme"), path)]
    programme = read_programme(name).programme
    if programme is not None:
        rows.append((_("itinerary"), str(store_of(args, programme).path.absolute())))
    table(rows)
    return Exit.OK
