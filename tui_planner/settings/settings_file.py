"""The settings file: read once, and changed only where the user changes a setting.

It is the user's: what the app writes into it leaves their comments and their order as they are,
and a file with a fault is not written to at all.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tui_planner.programme import file_rules
from tui_planner.programme.problem import Problem
from tui_planner.programme.toml.source import Source, decode_source, read_data
from tui_planner.support.atomic_write import flush_folder, write_beside
from tui_planner.support.i18n import _

from .settings import Lanes, Settings

_NEW = '# The settings of tui-planner. "tui-planner where" prints where this file is.\n\n'
_LARGEST = 1_000_000


class SettingsError(Exception):
    """A setting that cannot be saved; the text is a sentence for the user."""


class SettingsFile:
    """One file of settings, which need not exist.

    Attributes:
        path: Where it is, or would be.
        settings: What it holds; the default of what is faulty in it.
        problems: Its problems, in its order.
    """

    def __init__(self, path: Path) -> None:
        """Read the file. Never raises for what it may hold."""
        self.path = path
        self.settings = Settings()
        self.problems: tuple[Problem, ...] = ()
        if _is_there(path):
            self._read()

    @classmethod
    def of_user(cls) -> "SettingsFile":
        """Make the settings file in the user's configuration folder."""
        from platformdirs import user_config_path  # noqa: PLC0415 - not before it is needed

        return cls(user_config_path("tui-planner", appauthor=False) / "settings.toml")

    @property
    def exists(self) -> bool:
        """Whether there is a file."""
        return _is_there(self.path)

    def save_theme(self, name: str) -> None:
        """Save a theme.

        Raises:
            SettingsError: as `save_lanes` does.
        """
        self._change(["theme"], name)

    def save_lanes(self, programme_id: str, lanes: Lanes) -> None:
        """Save how the rooms of a programme are shown; nothing of it where that is the default.

        Raises:
            SettingsError: the file has a fault, or cannot be written; it is as it was.
        """
        values = {
            name: list(rooms)
            for name in ("hidden", "pinned", "order")
            if (rooms := getattr(lanes, name))
        }
        self._change(["lanes", programme_id], values or None)

    def make_problem_at(
        self,
        path: Sequence[str],
        message: str,
        word: str = "",
        known: Iterable[str] = (),
        hint: str = "",
    ) -> Problem:
        """Make a problem that only the app can detect, such as the name of an unknown theme.

        Args:
            path: Where it is: the keys of the file, from the outermost.
            message: What is wrong, in a sentence.
            word: The word that is not known, where it is one.
            known: The words that are.
            hint: What to do where none of these is like it.
        """
        from tui_planner.programme.reading.faults.problem_collector import (  # noqa: PLC0415
            ProblemCollector,
            suggest_similar,
        )
        from tui_planner.programme.toml.toml_positions import Positions  # noqa: PLC0415 - hardly ever needed

        data = read_data(str(self.path))
        source = data if isinstance(data, Problem) else decode_source(str(self.path), data)
        if isinstance(source, Problem):
            source = Source(str(self.path), "")
        collector = ProblemCollector(source.name, Positions(source))
        meant = suggest_similar(word, known) if word else ""
        collector.add_unknown(file_rules.BAD_VALUE, tuple(path), message, meant, hint)
        return collector.problems[0]

    def _read(self) -> None:
        data = read_data(str(self.path))
        source = data if isinstance(data, Problem) else decode_source(str(self.path), data)
        if isinstance(source, Problem):
            self.settings, self.problems = Settings(), (source,)
            return
        if len(data) > _LARGEST:
            text = _("{name} is larger than 1 MB.").format(name=self.path)
            problem = Problem(
                file_rules.UNREADABLE, file_rules.UNREADABLE.severity, text, str(self.path)
            )
            self.settings, self.problems = Settings(), (problem,)
            return
        from .settings_models import validate_settings  # noqa: PLC0415 - most users have no such file

        self.settings, collector = validate_settings(source)
        self.problems = tuple(collector.problems)

    def _change(self, keys: Sequence[str], value: object) -> None:
        """Set one value in the file as it is now, or remove it for None."""
        if self.exists:
            self._read()
        if self.problems:
            text = _("Not kept: {file} has a fault, and is left as it is.")
            raise SettingsError(text.format(file=self.path))
        from .edit_toml import set_value  # noqa: PLC0415 - only who changes a setting needs it

        target = self.path.resolve()  # a link stays one
        try:
            text = target.read_bytes().decode("utf-8-sig") if self.exists else _NEW
            new = set_value(text, keys, value)
            target.parent.mkdir(parents=True, exist_ok=True)
            with write_beside(target, new.encode()) as temporary:
                temporary.replace(target)
            flush_folder(target.parent)
        except (OSError, ValueError) as error:
            reason = (isinstance(error, OSError) and error.strerror) or str(error)
            text = _("Not kept: {file} cannot be written: {reason}.")
            raise SettingsError(text.format(file=self.path, reason=reason)) from error
        self._read()


def _is_there(path: Path) -> bool:
    """Whether there is a file, or something that cannot be looked at, which is then reported."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True
