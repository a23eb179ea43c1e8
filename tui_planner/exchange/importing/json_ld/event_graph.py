"""The events of schema.org in documents of JSON-LD, and which of them is a part of which."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.json_document import as_mapping

Node = Mapping[str, Any]

_OTHER_TYPES = frozenset({"festival", "hackathon", "eventseries", "courseinstance"})
_NO_EVENTS = frozenset({"publicationevent", "deliveryevent", "ondemandevent"})
_PARTS = ("subEvent", "subEvents")
_WHOLES = ("superEvent",)
_DEEPEST = 60


@dataclass(slots=True, eq=False)
class EventNode:
    """An event, with the events that are its parts."""

    values: Node
    parts: list["EventNode"] = field(default_factory=list)
    whole: "EventNode | None" = None


class EventGraph:
    """The events of several documents.

    Attributes:
        events: All of them, in the order of the documents.
    """

    def __init__(self, documents: Iterable[Any]) -> None:
        """Collect the events; one that only bears the `@id` of another is that other."""
        self.events: list[EventNode] = []
        self._named: dict[str, dict[str, Any]] = {}
        self._known: dict[str | int, EventNode] = {}
        self._wholes: dict[str, EventNode] = {}
        documents = list(documents)
        for document in documents:
            self._name(document)
        for document in documents:
            self._collect(document, None, 0)

    def resolve(self, value: Any) -> Node:
        """Get the object that a value is, or refers to by its `@id`."""
        node = as_mapping(value)
        return self._named.get(_id_of(node), node) if len(node) == 1 else node

    def list_roots(self) -> list[EventNode]:
        """List the events that are no part of another."""
        return [event for event in self.events if event.whole is None]

    def _name(self, document: Any) -> None:
        """Note which objects have an `@id`; the fullest of those that share one counts."""
        stack = [document]
        while stack:
            value = stack.pop()
            if isinstance(value, list):
                stack.extend(reversed(value))
            elif isinstance(value, dict):
                id_ = _id_of(value)
                if id_ and len(value) > len(self._named.get(id_, ())):
                    self._named[id_] = value
                stack.extend(reversed(value.values()))

    def _collect(self, value: Any, whole: EventNode | None, depth: int) -> None:
        """Collect the events in a value, those too that are not called so but stand as parts."""
        if depth > _DEEPEST:
            return
        if isinstance(value, list):
            for item in value:
                self._collect(item, whole, depth + 1)
            return
        node = self.resolve(value)
        if whole is None and not _is_event(node):
            for inner in as_mapping(value).values():
                self._collect(inner, None, depth + 1)
        elif node:
            number = len(self.events)
            event = self._take(node)
            if whole is not None:
                _join(whole, event)
            if len(self.events) > number:  # met for the first time
                self._collect_within(event, depth + 1)

    def _collect_within(self, event: EventNode, depth: int) -> None:
        for key, inner in event.values.items():
            if key in _WHOLES:
                self._take_whole(inner, event, depth)
            else:
                self._collect(inner, event if key in _PARTS else None, depth)

    def _take(self, node: Node) -> EventNode:
        """Get the event of an object, a new one where it is met for the first time."""
        id_ = _id_of(node) or id(node)
        if id_ not in self._known:
            check_limit(Limit.EVENTS, len(self.events) + 1)
            self._known[id_] = EventNode(node)
            self.events.append(self._known[id_])
        return self._known[id_]

    def _take_whole(self, value: Any, part: EventNode, depth: int) -> None:
        """Take the event that another names as its whole; by its name where it has no `@id`."""
        for node in map(self.resolve, value if isinstance(value, list) else [value]):
            if node and part.whole is None:
                name = "" if _id_of(node) else str(node.get("name"))
                if name not in self._wholes:
                    self._collect(node, None, depth)
                    whole = self._take(node)
                    if name:
                        self._wholes[name] = whole
                else:
                    whole = self._wholes[name]
                _join(whole, part)


def _id_of(node: Node) -> str:
    id_ = node.get("@id")
    return id_ if isinstance(id_, str) else ""


def list_types(node: Node) -> list[str]:
    """List the types of an object in small letters, without the address of the vocabulary."""
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return [
        one.rstrip("/").rpartition("/")[2].rpartition(":")[2].lower()
        for one in listed
        if isinstance(one, str)
    ]


def _is_event(node: Node) -> bool:
    return any(
        (one.endswith("event") or one in _OTHER_TYPES) and one not in _NO_EVENTS
        for one in list_types(node)
    )


def _join(whole: EventNode, part: EventNode) -> None:
    """Make one event a part of another, unless it is one already, or is the other's whole."""
    if part.whole is not None:
        return
    above: EventNode | None = whole
    for _level in range(_DEEPEST):
        if above is None:
            part.whole = whole
            whole.parts.append(part)
            return
        if above is part:
            return
        above = above.whole
