"""The yardstick of `import`: read a file with the bare parser of its kind, no more."""

import json
import sys
from pathlib import Path
from xml.parsers import expat

file = Path(sys.argv[1])
if file.suffix == ".xml":
    expat.ParserCreate().Parse(file.read_bytes(), True)
elif file.suffix == ".ics":
    from icalendar import Calendar  # the others do without

    Calendar.from_ical(file.read_bytes())
else:
    json.loads(file.read_bytes())
