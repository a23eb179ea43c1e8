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
        "tijdstip tijden times timeslot tijdslot tijdvak slot when wanneer hour uur timestart "
        "datetime dateandtime datetimestart datumtijd datumentijd"
    ),
    "end": (
        "end endtime eindtijd enddatetime endsat ends dtend eind einde eindigt einduur tot until "
        "till to totenmet finish finishtime stop timeend"
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
_OF_ALL = frozenset({"session", "sessie", "talk", "event"})
"""Words that say nothing beside others."""
_UNSURE = 1_000
_BETWEEN_WORDS = re.compile(r"[\W_]+")
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
    return _find_by_words(name[:200])


def _find_by_words(name: str) -> tuple[str, int] | None:
    """Find a field that all words of a name mean: `Room / location`, `Session start`."""
    words = [simplify_name(word) for word in _BETWEEN_WORDS.split(name) if word]
    telling = [word for word in words if word not in _OF_ALL] or words
    fields = {_by_name().get(word, ("", 0))[0] for word in telling}
    return (fields.pop(), _UNSURE) if len(fields) == 1 and "" not in fields else None


@cache
def _by_name() -> Mapping[str, tuple[str, int]]:
    return {
        name: (field, rank)
        for field, names in _NAMES.items()
        for rank, name in enumerate(names.split())
    }
