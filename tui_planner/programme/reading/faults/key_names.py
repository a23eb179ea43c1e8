"""The names under which other formats, and other languages, know the keys of a table."""

from collections.abc import Collection, Mapping

LENGTH = "duration"
"""What a key that says how long something takes is called here: its end is meant."""

_COMMON = {
    "title": "name naam titel subject onderwerp heading label kop session_title talk",
    "description": "abstract summary omschrijving beschrijving samenvatting intro details body",
    "start": "time begin begins starts start_time starttime from van tijd aanvang when begintijd",
    "end": "until to till finish ends end_time endtime stop tot einde eind eindtijd",
    LENGTH: "duration dur length minutes duur lengte looptijd",
    "speakers": "speaker presenter presenters spreker sprekers persons person people authors by",
    "hosts": "host organiser organisers organizer organizers gastheer door",
    "room": "location venue place hall stage zaal ruimte locatie plaats where rooms",
    "day": "date datum dag",
    "kind": "type soort",
    "track": "theme topic category stream thema categorie",
    "url": "link website webpage homepage web href site uri",
    "links": "attachments attachment slides downloads resources bijlagen hyperlinks",
    "language": "lang taal locale",
    "capacity": "seats size places max max_participants plaatsen capaciteit",
    "block": "slot round blok ronde",
    "group": "groep",
    "status": "state",
    "agenda": "contents",
    "id": "slug code key identifier",
    "overrun": "uitloop overtime",
    "all_day": "allday full_day fullday whole_day hele_dag dagvullend",
}
_OF_A_TABLE: Mapping[str, Mapping[str, str]] = {
    "programme": {
        "timezone": "tz zone time_zone tijdzone",
        "date": "day datum dag",
        "venue": "location place building locatie",
        "city": "town stad plaats",
        "changeover": "walking_time changeover_minutes",
    },
    "days": {"date": "day datum dag id"},
    "rooms": {
        "name": "title naam titel label",
        "building": "location venue gebouw",
        "level": "floor storey verdieping etage",
    },
    "routes": {
        "from": "start a van origin",
        "to": "end b naar destination",
        "minutes": "duration time length walk distance duur minuten",
    },
    "blocks": {},
    "sessions": {},
    "accepted": {
        "rule": "code id name finding",
        "sessions": "session ids between",
        "reason": "why comment note because reden description",
    },
}


def find_key(table: str, written: str, known: Collection[str]) -> str | None:
    """Find the key that is meant by a name that other formats have for it; or None.

    Args:
        table: The name of the table in which it stands.
        written: The name.
        known: The keys of that table; `LENGTH` is returned where `end` is one of them.
    """
    name = written.strip().casefold().replace("-", "_").replace(" ", "_")
    for keys in (_OF_A_TABLE.get(table, {}), _COMMON):
        for key, names in keys.items():
            is_known = key in known or (key == LENGTH and "end" in known)
            if is_known and name in names.split():
                return key
    return name if name in known else None
