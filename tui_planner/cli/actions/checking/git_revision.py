"""A file as it was at a revision of git."""

import os
import subprocess
from pathlib import Path

from tui_planner.cli.output import Failure
from tui_planner.programme.toml.source import LARGEST, STANDARD_INPUT
from tui_planner.support.i18n import _

_OF_A_HOOK = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
_LONGEST = 30
"""Seconds until git has answered."""


def read_revision(revision: str, name: str) -> bytes | None:
    """Read a file as it was at a revision; None where it was not there then.

    Raises:
        Failure: git is not there, the file lies in no repository of it, or it has no such revision.
    """
    if name == STANDARD_INPUT:
        raise Failure(_("--since needs a file in a repository of git, not standard input."))
    path = Path(name).resolve()
    inside = _run(path.parent, "rev-parse", "--is-inside-work-tree")
    if inside.returncode != 0:
        reason = inside.stderr.decode(errors="replace").strip().split("\n")[0]
        message = _("{name} lies in no repository that git reads ({reason}).")
        raise Failure(message.format(name=name, reason=reason.removeprefix("fatal: ")))
    # By its number, which git takes for nothing else, whatever the revision is called.
    commit = _ask(
        path.parent,
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        f"{revision}^{{commit}}",
    )
    if commit is None:
        message = _('git knows no revision "{revision}" of {name}.')
        raise Failure(message.format(revision=revision, name=name))
    place = f"{commit.decode().strip()}:./{path.name}"
    if _ask(path.parent, "cat-file", "-e", place) is None:
        return None
    data = _ask(path.parent, "show", "--no-textconv", place)
    if data is None or len(data) > LARGEST:
        message = _("{name} cannot be read as it was in {revision}.")
        raise Failure(message.format(name=name, revision=revision))
    return data


def _ask(folder: Path, *words: str) -> bytes | None:
    """Return what git answers; None where it says no."""
    done = _run(folder, *words)
    return done.stdout if done.returncode == 0 else None


def _run(folder: Path, *words: str) -> "subprocess.CompletedProcess[bytes]":
    """Run git in a folder.

    Raises:
        Failure: it is not there, or does not answer.
    """
    # A hook of git names its own repository to what it runs; here the folder of the file tells it.
    env = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    try:
        return subprocess.run(  # noqa: S603 - no shell, and no word of the user is an option
            ["git", "-C", str(folder), *words],  # noqa: S607 - the user's own
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=_LONGEST,
        )
    except FileNotFoundError as error:
        raise Failure(_("--since needs git, which is not installed.")) from error
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise Failure(_("git cannot be asked: {reason}.").format(reason=error)) from error
