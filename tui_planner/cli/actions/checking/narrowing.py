"""`check --day`, `--room` and `--person`: only what is about these."""

from collections.abc import Iterable, Sequence

from tui_planner.checks.subjects import Narrowing, list_people, narrow
from tui_planner.cli.find_day import find_day
from tui_planner.cli.formats.checked import Checked
from tui_planner.cli.output import Failure
from tui_planner.cli.parser import Arguments
from tui_planner.programme.model import Programme, Thing
from tui_planner.programme.reading.faults.problem_collector import suggest_similar
from tui_planner.programme.text_rules import fold_name
from tui_planner.support.i18n import _

_NOTHING = Narrowing(rooms=frozenset())


def narrow_files(
    files: Sequence[Checked], args: Arguments, *, must_know: bool = True
) -> list[Checked]:
    """Keep of each file what is about the day, the room and the person that the user names.

    Raises:
        Failure: no file knows one of them, and none has faults for which that could be.
    """
    if not is_narrowed(args):
        return list(files)
    failures = []
    narrowed = []
    for file in files:
        judged = file.reading.judged
        if judged is None:
            narrowed.append(file)
            continue
        try:
            wanted = find_narrowing(judged.programme, args)
        except Failure as failure:
            wanted = _NOTHING
            failures += [failure] if file.reading.programme is not None else []
        kept = narrow(file.problems, judged.programme, wanted)
        left_out = len(file.problems) - len(kept)
        narrowed.append(file._replace(problems=kept, left_out=left_out, day=wanted.day))
    if must_know and failures and len(failures) == len(files):
        raise failures[0]
    return narrowed


def is_narrowed(args: Arguments) -> bool:
    """Whether the user wants to hear of a part only."""
    return any(value is not None for value in (args.day, args.room, args.person))


def find_narrowing(programme: Programme, args: Arguments) -> Narrowing:
    """Find the day, the room and the person that a user means in a programme.

    Raises:
        Failure: it has none that is called so.
    """
    return Narrowing(
        find_day(programme, args.day),
        None if args.room is None else _find_rooms(programme, args.room),
        None if args.person is None else _find_person(programme, args.person),
    )


def _find_rooms(programme: Programme, named: str) -> frozenset[str]:
    word = fold_name(named)
    found = frozenset(r.id for r in programme.rooms if word in (fold_name(r.id), fold_name(r.name)))
    if not found:
        known = [room.name for room in programme.rooms]
        raise Failure(_not_there(_('There is no room "{name}".'), named, known))
    return found


def _find_person(programme: Programme, named: str) -> str:
    things: tuple[Thing, ...] = (*programme.sessions, *programme.blocks)
    known = {fold_name(name): name for thing in things for name in list_people(thing)}
    word = fold_name(named)
    if word not in known:
        raise Failure(_not_there(_('There is no speaker or host "{name}".'), named, known.values()))
    return word


def _not_there(message: str, named: str, known: Iterable[str]) -> str:
    return " ".join(filter(None, (message.format(name=named), suggest_similar(named, known))))
