"""What came of an import, counted."""

from collections import Counter

from tui_planner.exchange.importing.draft.draft import NoteKind
from tui_planner.exchange.importing.draft.import_notes import name_kind
from tui_planner.exchange.importing.import_schedule import Imported
from tui_planner.support.i18n import _, ngettext


def format_account(imported: Imported) -> str:
    """Say how many sessions were found, what became of them, and what was done to them."""
    found = ngettext("{n} session found", "{n} sessions found", imported.found)
    parts = [
        ngettext("{n} is written", "{n} are written", imported.sessions).format(n=imported.sessions)
    ]
    if imported.blocks:
        text = ngettext("{n} is a block", "{n} are blocks", imported.blocks)
        parts.append(text.format(n=imported.blocks))
    if imported.joined:
        text = ngettext("{n} is in one of these", "{n} are in these", imported.joined)
        parts.append(text.format(n=imported.joined))
    if imported.added:
        text = ngettext(
            "{n} of these once more, for another room",
            "{n} of these for other rooms",
            imported.added,
        )
        parts.append(text.format(n=imported.added))
    left_out = ngettext("{n} is left out", "{n} are left out", imported.left_out)
    parts.append(left_out.format(n=imported.left_out))
    numbers = Counter(note.kind for note in imported.notes)
    kinds = [NoteKind.MENDED, NoteKind.GUESSED]
    kinds += [NoteKind.LIKELY] if numbers[NoteKind.LIKELY] else []
    done = [f"{name_kind(kind)}: {numbers[kind]}" for kind in kinds]
    return _("{found}: {parts}. {done}.").format(
        found=found.format(n=imported.found), parts=", ".join(parts), done=", ".join(done)
    )
