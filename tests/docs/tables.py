"""The parts of the pages that are made of the program: its schema, rules, parsers and keys."""

import argparse
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from unittest.mock import patch

from tui_planner.app.commands.command import Command
from tui_planner.app.commands.registry import COMMANDS
from tui_planner.checks.registry import REGISTRY
from tui_planner.cli.main import main
from tui_planner.exchange.importing.import_limits import LARGEST as LARGEST_IMPORT
from tui_planner.itinerary.storage.record_tables import MOST_OF_A_LIST
from tui_planner.programme.reading.format.format_schema import make_schema
from tui_planner.programme.toml.limits import MOST_BLOCKS, MOST_DAYS, MOST_OF_A_TABLE
from tui_planner.programme.toml.source import LARGEST


def make_rules() -> str:
    """All rules, one a row."""
    rows = (
        (f"[{code}](#{code.lower()}-{entry.rule.name})", entry.rule.name,
         entry.rule.severity.value, entry.page.finds)
        for code, entry in REGISTRY.items()
    )  # fmt: skip
    return _table(("rule", "name", "severity", "finds"), rows)


def make_rule_pages() -> str:
    """A section for each rule, with its example and the same one mended."""
    return "\n\n".join(
        f"### {code} {entry.rule.name}\n\n{entry.page.finds}\n\n"
        f"This breaks it{_saved(entry.page.encoding)}:\n\n"
        f"```toml\n{entry.page.breaks.strip()}\n```\n\nMended:\n\n"
        f"```toml\n{entry.page.mended.strip()}\n```"
        for code, entry in REGISTRY.items()
    )


def _saved(encoding: str) -> str:
    return "" if encoding == "utf-8" else f", saved as {encoding}"


def make_keys() -> str:
    """The keys of the app, one command a row; those of the ways out, which are alike, in one."""
    return _table(("key", "does"), ((_keys(shown), help_) for _id, shown, help_ in _commands()))


def make_command_ids() -> str:
    """The names by which `[keys]` gives a command another key."""
    rows = ((f"`{id_}`", _keys(shown), help_) for id_, shown, help_ in _commands())
    return _table(("command", "key", "does"), rows)


def make_format() -> str:
    """A section for each table of the programme file, with a row for each key."""
    schema = make_schema()
    return "\n\n".join(
        f"### `{name}`\n\n{description}\n\n{_table(_OF_KEYS, rows)}"
        for name, description, rows in _file_tables(schema)
    )


def make_command_line() -> str:
    """A section for each command of the command line, with all that it takes."""
    return "\n\n".join(_sections(_whole_parser()))


def list_export_formats() -> Collection[str]:
    """What `export --format` can be given."""
    export = next(one for name, one, _help in _subcommands(_whole_parser()) if name == "export")
    return [*next(action.choices or () for action in export._actions if action.dest == "format")]


def make_limits() -> str:
    """How much of anything is still a programme."""
    rows = (
        ("sessions of a programme; rooms, routes and accepted findings likewise", MOST_OF_A_TABLE),
        ("blocks of a programme", MOST_BLOCKS),
        ("days of a programme", MOST_DAYS),
        ("choices of an itinerary; appointments likewise", MOST_OF_A_LIST),
    )
    sizes = (
        ("MB of a programme file", LARGEST // 1_000_000),
        ("MB of a file that is imported", LARGEST_IMPORT // 1_000_000),
    )
    return _table(("what", "at most"), ((what, f"{most:,}") for what, most in (*rows, *sizes)))


MAKERS: Mapping[str, Callable[[], str]] = {
    "rules": make_rules,
    "rule-pages": make_rule_pages,
    "keys": make_keys,
    "command-ids": make_command_ids,
    "file-format": make_format,
    "command-line": make_command_line,
    "limits": make_limits,
}
"""What makes each region, by its name."""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    return "\n".join([*head, *(f"| {' | '.join(map(_cell, row))} |" for row in rows)])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


# The app


def _commands() -> Iterator[tuple[str, str, str]]:
    """Name, keys and sentence of each command; those of the ways out as one."""
    ways = [command for command in COMMANDS if command.id.startswith("way-")]
    for command in COMMANDS:
        if command not in ways:
            yield command.id, command.shown, command.help
        elif command is ways[0]:
            yield _first_to_last(ways)


def _first_to_last(ways: Sequence[Command]) -> tuple[str, str, str]:
    first, last = ways[0], ways[-1]
    return f"{first.id}` … `{last.id}", f"{first.shown} … {last.shown}", first.help


def _keys(shown: str) -> str:
    """Keys as they are shown; a name of two words, such as `page down`, is one key."""
    words = [shown] if shown.startswith(("page ", "shift ")) else shown.split()
    return " ".join("…" if word == "…" else f"`{word}`" for word in words)


# The programme file

_OF_KEYS = ("key", "value", "says")
_VALUES = {"string": "text", "integer": "number", "boolean": "true or false"}
_NAMES = {"programme": "[programme]"}


def _file_tables(schema: dict[str, Any]) -> Iterator[tuple[str, str, list[tuple[str, str, str]]]]:
    for name, part in schema["properties"].items():
        table = part.get("items", part)
        rows = [
            (
                f"`{key}`{'' if key not in table['required'] else ', required'}",
                _value(value),
                value["description"] + _default(value),
            )
            for key, value in table["properties"].items()
        ]
        yield _NAMES.get(name, f"[[{name}]]"), part["description"], rows


def _value(value: dict[str, Any]) -> str:
    """What a key takes, in a word or two."""
    match value:
        case {"enum": list(words)}:
            return ", ".join(f"`{word}`" for word in words)
        case {"anyOf": _}:
            return "time"
        case {"format": "date"}:
            return "date"
        case {"type": "array", "items": {"anyOf": _}}:
            return "list of tables, or of addresses"
        case {"type": "array", "items": {"properties": _}}:
            return "list of tables"
        case {"type": "array"}:
            return "list of texts"
        case {"type": "integer", "maximum": 1440}:
            return "minutes"
        case {"type": "string", "pattern": str(pattern)} if "[Hh]" in pattern:
            return "address"
        case {"type": str(kind)}:
            return _VALUES[kind]
    raise AssertionError(value)


def _default(value: dict[str, Any]) -> str:
    if "default" not in value or value["default"] is False:
        return ""
    return f" Without it: `{value['default']}`."


# The command line


def _whole_parser() -> argparse.ArgumentParser:
    """The parser that `--help` is asked of, which has all commands."""
    made: list[argparse.ArgumentParser] = []

    def catch(parser: argparse.ArgumentParser, *_args: object, **_more: object) -> None:
        made.append(parser)
        raise SystemExit(0)

    with patch.object(argparse.ArgumentParser, "parse_args", catch):
        main(["--help"])
    return made[0]


def _sections(parser: argparse.ArgumentParser) -> Iterator[str]:
    for name, command, help_ in _subcommands(parser):
        among = [*_subcommands(command)]
        if among:
            yield f"## {name}\n\n{_sentence(help_)}"
            for inner, one, told in among:
                yield _section("###", f"{name} {inner}", one, told)
        else:
            yield _section("##", name, command, help_)


def _subcommands(
    parser: argparse.ArgumentParser,
) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            for name, command in action.choices.items():
                yield name, command, helps.get(name, "")


def _section(level: str, name: str, parser: argparse.ArgumentParser, help_: str) -> str:
    taken = [action for action in parser._actions if action.dest not in _SHARED]
    usage = " ".join(["tui-planner", name, *map(_in_usage, _positionals_first(taken))])
    parts = [f"{level} {name}", _sentence(help_), f"```text\n{usage}\n```"]
    rows = [(f"`{_spelled(action)}`", _sentence(action.help)) for action in taken if action.help]
    if rows:
        parts.append(_table(("argument", "says"), rows))
    return "\n\n".join(parts)


_SHARED = {"help", "programme", "itinerary", "offline"}


def _positionals_first(actions: list[argparse.Action]) -> list[argparse.Action]:
    return sorted(actions, key=lambda action: bool(action.option_strings))


def _in_usage(action: argparse.Action) -> str:
    text = _spelled(action)
    if not action.option_strings:
        many = "…" if action.nargs in {"*", "+"} else ""
        return f"[{text}{many}]" if action.nargs in {"*", "?"} else f"{text}{many}"
    return text if action.required else f"[{text}]"


def _spelled(action: argparse.Action) -> str:
    """An argument as one types it."""
    value = "|".join(action.choices) if action.choices else str(action.metavar or action.dest)
    if not action.option_strings:
        return value
    option = action.option_strings[0]
    return option if action.nargs == 0 else f"{option} {value}"


def _sentence(text: str) -> str:
    first = text.partition(" ")[0]
    is_file = "." in first  # whose name is written as it is
    return f"{text if is_file else text[:1].upper() + text[1:]}."
