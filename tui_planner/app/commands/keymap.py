"""The user's settings in the app: what of them only the app can know to be wrong, and the keys."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from textual.keys import Keys, format_key, key_to_character

from tui_planner.app.content.key_hints import split_keys
from tui_planner.programme.problem import Problem
from tui_planner.settings.settings_file import SettingsFile
from tui_planner.support.i18n import _

from .command import Command, name_keys

_NAMED_KEYS = frozenset(key.value for key in Keys)
_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})


def find_key_problems(
    file: SettingsFile, themes: Collection[str], commands: Sequence[Command]
) -> Iterator[Problem]:
    """Find what is wrong with the theme and the keys: names that nothing has, one key for two."""
    theme = file.settings.theme
    if theme is not None and theme not in themes:
        text = _('There is no theme "{name}".').format(name=theme)
        hint = _("There are: {names}.").format(names=", ".join(sorted(themes)))
        yield file.make_problem_at(["theme"], text, theme, themes, hint)
    ids = [command.id for command in commands]
    taken: dict[str, str] = {}
    for id_, keys in file.settings.keys.items():
        path = ["keys", id_]
        if id_ not in ids:
            text = _('There is no command "{id}".').format(id=id_)
            hint = _("There are: {names}.").format(names=", ".join(ids))
            yield file.make_problem_at(path, text, id_, ids, hint)
            continue
        for key in split_keys(keys):
            if not _is_key(key):
                text = _('There is no key "{key}".').format(key=key)
                hint = _("Write it like space, ctrl+f, f2 or A.")
                yield file.make_problem_at(path, text, key, _NAMED_KEYS, hint)
            elif key in taken:
                text = _('The key "{key}" is given to {other} too.').format(
                    key=key, other=taken[key]
                )
                yield file.make_problem_at(path, text, hint=_("Give one of the two another key."))
            taken.setdefault(key, id_)


def keep_usable_keys(file: SettingsFile, commands: Sequence[Command]) -> Mapping[str, str]:
    """Keep the keys of commands that there are, by the ids of these, without what is no key."""
    ids = {command.id for command in commands}
    usable = {
        id_: ",".join(filter(_is_key, split_keys(keys)))
        for id_, keys in file.settings.keys.items()
        if id_ in ids
    }
    return {id_: keys for id_, keys in usable.items() if keys}


def rebind(commands: Sequence[Command], keys: Mapping[str, str]) -> Sequence[Command]:
    """Give commands other keys, as Textual binds them: what one is given, no other has."""
    if not keys:
        return commands
    given = {key for some in keys.values() for key in split_keys(some)}
    bound = [
        _with_keys(command, split_keys(keys[command.id]))
        if command.id in keys
        else _without_keys(command, given)
        for command in commands
    ]
    return name_keys(bound)


def _with_keys(command: Command, keys: Sequence[str]) -> Command:
    return command._replace(keys=",".join(keys), shown=" ".join(map(format_key, keys)))


def _without_keys(command: Command, given: Collection[str]) -> Command:
    kept = [key for key in split_keys(command.keys) if key not in given]
    return command if len(kept) == len(split_keys(command.keys)) else _with_keys(command, kept)


def _is_key(key: str) -> bool:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    is_named = len(last) == 1 or last in _NAMED_KEYS or key_to_character(last) is not None
    return is_named and _MODIFIERS.issuperset(modifiers)
