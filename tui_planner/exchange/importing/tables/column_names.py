"""What columns are called in English and Dutch, and what each is taken for."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

_NAMES = {
    "id": "id uid guid uuid code identifier sessionid sessieid kenmerk",
    "title": (
        "title titel sessiontitle sessietitel talktitle session sessie sessionname sessienaam "
        "onderwerp topic talk lezing presentatie presentation programmaonderdeel onderdeel "
        "activiteit activity event evenement subject summary workshop name naam wat what programma"
    ),
    "subtitle": "subtitle ondertitel",
    "date": "date datum startdate startdatum begindatum sessiondate dag day",
    "end_date": "enddate einddatum",
    "start": (
        "start starttime starttijd startdatetime startsat starts dtstart starttijdstip aanvang "
        "aanvangstijd begin begint begintijd begins startuur beginuur van from vanaf time tijd "
        "tijdstip tijden times timeslot tijdslot tijdvak slot when wanneer hour uur"
    ),
    "end": (
        "end endtime eindtijd enddatetime endsat ends dtend eind einde eindigt einduur tot until "
        "till to totenmet finish finishtime stop"
    ),
    "duration": "duration duur tijdsduur length lengte minutes minuten min mins durationminutes",
    "room": (
        "room zaal ruimte lokaal kamer roomname zaalnaam hall stage podium sessionroom locatie "
        "location venue place plaats where waar"
    ),
    "track": "track thema theme spoor themalijn stroom stream category categorie rubriek",
    "type": "type soort sessiontype sessietype soortsessie format vorm werkvorm kind",
    "speakers": (
        "speaker speakers spreker sprekers speakername speakernames naamspreker presenter "
        "presenters presentator presentatoren inleider inleiders author authors trainer docent "
        "facilitator people persons by door who wie"
    ),
    "hosts": "host hosts organisation organization organisatie organizer organiser organisator",
    "description": (
        "description omschrijving beschrijving toelichting abstract samenvatting inhoud content "
        "details uitleg tekst text"
    ),
    "language": "language taal voertaal lang",
    "url": "url link website webpage webpagina pagina page permalink href web",
    "links": "links slides recording video opname livestream materials materiaal bijlagen",
    "status": "status state toestand",
}
"""The names of each field, without spaces and signs, the surest first."""
SEVERAL = frozenset({"speakers", "hosts", "description", "links"})
"""What may stand in several columns."""
_IN_BRACKETS = re.compile(r"\([^)]{3,}\)|\[[^\]]*\]")


def list_fields() -> list[str]:
    """List what a column can be taken for."""
    return list(_NAMES)


def simplify_name(name: str) -> str:
    """Write the name of a column in small letters and digits alone, without accents."""
    letters = unicodedata.normalize("NFKD", name[:200].casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def find_field(name: str) -> tuple[str, int] | None:
    """Find what a column is by its name, and how sure that is: 0 is the surest; or None."""
    without = simplify_name(_IN_BRACKETS.sub("", name[:200]))
    for plain in (without, without.rstrip("0123456789")):
        if plain in _by_name():
            return _by_name()[plain]
    return None


@cache
def _by_name() -> Mapping[str, tuple[str, int]]:
    return {
        name: (field, rank)
        for field, names in _NAMES.items()
        for rank, name in enumerate(names.split())
    }
