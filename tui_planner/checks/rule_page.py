"""The page of a rule: what it finds, an example that breaks it, and the same one mended."""

from typing import NamedTuple

EXAMPLE_HEAD = """\
[programme]
title = "A day"
date = 2025-02-13
timezone = "Europe/Amsterdam"
"""
"""The table that an example begins with where it brings none of its own."""


class RulePage(NamedTuple):
    """The text on one rule that a user reads.

    Attributes:
        finds: What the rule finds, in a sentence or two.
        breaks: A part of a programme that breaks it.
        mended: The same part, sound.
        accepts: What an [[accepted]] for the example names; empty where a rule knows none.
        encoding: How the example that breaks the rule is saved.
    """

    finds: str
    breaks: str
    mended: str
    accepts: tuple[str, ...] = ()
    encoding: str = "utf-8"


def show_acceptance(code: str, page: RulePage) -> str:
    """Return the [[accepted]] that silences the example of the rule with this number."""
    named = ", ".join(f'"{id_}"' for id_ in page.accepts)
    return f'[[accepted]]\nrule = "{code}"\nsessions = [{named}]\nreason = "..."\n'
