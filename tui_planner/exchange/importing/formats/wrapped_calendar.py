"""A calendar behind other text: a comment, headers, a notice, or in a page that shows it."""

from tui_planner.exchange.importing.icalendar.surroundings import holds_calendar
from tui_planner.exchange.importing.import_format import ImportFormat

from .icalendar import read

# It is asked for before the pages and the XML that it may stand in.
FORMAT = ImportFormat("", holds_calendar, read, order=5)
