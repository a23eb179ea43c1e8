"""Texts that would do something to a terminal, and whether something still would."""

import re

SEQUENCES = (
    "\x1b[38;5;123m",
    "\x1b[2J",
    "\x1b[?1049l",
    "\x1b]0;PWNED\x07",
    "\x1b]52;c;UFdORUQ=\x07",
    "\x1b]8;;https://evil.example\x1b\\",
    "\x9b31m",
    "\x9d0;PWNED\x9c",
)
EVIL = "".join(
    (*SEQUENCES, "\x00\x05\x08\x0b\x0e\x7f\x84\x85\x90", "a\rb", "\u2028\u202a\u202e\u2066\u2069")
)
MILD = "\u202emild\u2069\u2066"
"""What a programme may hold: nothing but marks that turn lines around."""

HARMFUL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_COLOUR = re.compile(r"\x1b\[(?:[\d;]*m|\?25[hl]|1A|2K)|\r(?=\x1b\[)")
"""What commands themselves write: colours, and over a line of progress the next one."""
_CONTROL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[=>78])|\x1bP[+$][ -~]*\x1b\\|\x1b\]22;\w+\x07")
"""What the app itself writes: control sequences, and the shape of the pointer."""


def harm_in(text: str) -> set[str]:
    """What does something but end a line, in text without colours."""
    return set(HARMFUL.findall(text.replace("\r\n", "\n"))) - {"\n"}


def harm_on_terminal(text: str, own: re.Pattern[str] = _COLOUR) -> set[str]:
    """The same in what a command wrote to a terminal, whose own colours are none."""
    return harm_in(own.sub("", text)) | {one for one in SEQUENCES if one in text}


def harm_by_app(text: str) -> set[str]:
    """The same in what the app wrote, which switches modes and screens of its own too."""
    found = harm_on_terminal(text, _CONTROL)
    return found - {"\x1b[2J", "\x1b[?1049l"}
