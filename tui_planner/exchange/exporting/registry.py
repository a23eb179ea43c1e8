"""The formats that there are to export in: each is a module of `formats`, and found there."""

from collections.abc import Mapping

from tui_planner.support.discovery import find_records

from . import formats
from .export_format import ExportFormat


def list_formats() -> Mapping[str, ExportFormat]:
    """List the formats by their names, in the order in which the help does."""
    found = find_records(formats, ExportFormat)
    return {one.name: one for one in sorted(found, key=lambda one: (one.order, one.name))}
