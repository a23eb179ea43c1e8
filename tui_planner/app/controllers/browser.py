"""The browser: what opens the address of a link."""

import asyncio
import os
import webbrowser

from textual.app import SuspendNotSupported

from tui_planner.support.i18n import _

from .planner import Planner


def open_address(planner: Planner, address: str) -> None:
    """Open an address in the browser, and say so; where there is none, copy it."""
    planner.run_worker(_open(planner, address))


async def _open(planner: Planner, address: str) -> None:
    """Open an address; a browser in the terminal has that to itself meanwhile."""
    try:
        if _is_in_terminal():
            with planner.app.suspend():
                is_open = webbrowser.open(address)
        else:
            is_open = await asyncio.to_thread(webbrowser.open, address)
    except (OSError, webbrowser.Error, SuspendNotSupported):
        is_open = False
    if is_open:
        planner.prompts.say(_("Opened in the browser: {address}").format(address=address))
    else:
        planner.app.copy_to_clipboard(address)
        text = _("There is no browser here. The link is copied, to be opened elsewhere: {address}")
        planner.prompts.say(text.format(address=address))


def _is_in_terminal() -> bool:
    """Tell whether the browser that Python finds would draw in this terminal."""
    if os.environ.get("BROWSER"):
        return False  # the user's own choice is run as it is
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    is_generic = isinstance(browser, webbrowser.GenericBrowser)
    return is_generic and not isinstance(browser, webbrowser.BackgroundBrowser)
