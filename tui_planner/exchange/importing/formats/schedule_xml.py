"""schedule.xml, as the programs for conferences publish it."""

from tui_planner.exchange.importing.import_format import Importable, ImportFormat, PublishedFile
from tui_planner.exchange.importing.progress import report_share


def recognises(head: str) -> bool:
    """Tell whether a file begins as XML does; pages of HTML are asked for before."""
    return head.startswith("<")


def read(file: PublishedFile) -> Importable:
    """Make a draft of a schedule.xml."""
    from tui_planner.exchange.importing.schedule.read_schedule_xml import read_schedule_xml

    return read_schedule_xml(file.data, report_share(file.progress, 0, 0.5))


FORMAT = ImportFormat("schedule.xml", recognises, read, order=20)
