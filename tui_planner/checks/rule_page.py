"""What is told of a rule: what it finds, an example that breaks it, and the same one mended."""

from typing import NamedTuple

EXAMPLE_HEAD = """\
[programme]
title = "A day"
date = 2025-02-13
timezone = "Europe/Amsterdam"
"""


class RulePage(NamedTuple):
    """The page of one rule.

    Attributes:
        finds: What the rule finds, in a sentence.
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


def complete_example(example: str) -> str:
    """An example as a file: with the table that every programme begins with."""
    return example if "[programme" in example else f"{EXAMPLE_HEAD}\n{example}"


def show_acceptance(rule: str, page: RulePage) -> str:
    """The [[accepted]] that silences the example of a rule."""
    named = ", ".join(f'"{id_}"' for id_ in page.accepts)
    return f'[[accepted]]\nrule = "{rule}"\nsessions = [{named}]\nreason = "..."\n'
