"""The rooms, tracks, kinds and speakers of pretalx, which one answer names and another numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from tui_planner.exchange.importing.json_document import as_list, as_mapping, as_text
from tui_planner.programme.time_text import join_words
from tui_planner.support.i18n import _


@dataclass
class NamedParts:
    """The names in the widget's data, by number or code; and what was left without a name.

    Attributes:
        unnamed: Which of `rooms`, `tracks`, `types` and `speakers` the answer has only numbers of.
    """

    rooms: Mapping[str, str] = field(default_factory=dict)
    tracks: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, str] = field(default_factory=dict)
    unnamed: set[str] = field(default_factory=set)

    @classmethod
    def from_document(cls, whole: Mapping[str, Any]) -> Self:
        """Collect the names that stand beside the talks."""
        rooms, tracks, speakers = (
            _by_id(whole.get(key)) for key in ("rooms", "tracks", "speakers")
        )
        return cls(rooms, tracks, speakers)

    def name_room(self, value: Any) -> str:
        """Name a room."""
        return self._name(value, self.rooms, "rooms")

    def name_track(self, value: Any) -> str:
        """Name a track."""
        return self._name(value, self.tracks, "tracks")

    def name_type(self, value: Any) -> str:
        """Name the kind of a submission, such as a workshop."""
        return self._name(value, {}, "types")

    def name_speakers(self, values: Any) -> Iterator[str]:
        """Name the speakers, those who have a name."""
        for value in as_list(values):
            known = self.speakers.get(as_text(value), "")
            name = as_text(value.get("name")) if isinstance(value, dict) else known
            if name:
                yield name
            else:
                self.unnamed.add("speakers")

    def describe_unnamed(self) -> str:
        """Describe what was left without a name, such as `rooms and tracks`."""
        words = {
            "rooms": _("rooms"),
            "tracks": _("tracks"),
            "types": _("kinds of session"),
            "speakers": _("speakers"),
        }
        return join_words([word for key, word in words.items() if key in self.unnamed])

    def _name(self, value: Any, names: Mapping[str, str], key: str) -> str:
        """Name one that is an object, a text in several languages, a name or a number."""
        if isinstance(value, dict):
            return as_text(value.get("name", value))
        if isinstance(value, str):
            return names.get(value, value)
        named = names.get(as_text(value), "")
        if as_text(value) and not named:
            self.unnamed.add(key)
        return named


def _by_id(values: Any) -> Mapping[str, str]:
    listed = map(as_mapping, as_list(values))
    return {
        as_text(one.get("id")) or as_text(one.get("code")): as_text(one.get("name"))
        for one in listed
    }
