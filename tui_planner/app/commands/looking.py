"""The commands that show more of what is there."""

from tui_planner.app.content.details_text import list_links
from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _open_details(planner: Planner) -> None:
    from tui_planner.app.actions.looking import open_details

    open_details(planner)


def _open_link(planner: Planner) -> None:
    from tui_planner.app.actions.linking import open_link

    open_link(planner)


def _copy_link(planner: Planner) -> None:
    from tui_planner.app.actions.linking import copy_link

    copy_link(planner)


def _has_link(planner: Planner) -> bool:
    thing = planner.grid.cursor
    return thing is not None and bool(list_links(thing, planner.editor))


GROUP = CommandGroup(
    place=20,
    commands=(
        Command("open", "enter", _open_details, _("Open"),
                _("Everything about the session under the cursor."), _("enter"), rank=6,
                now=lambda planner: _("Go in") if planner.grid.is_overview else _("Open"),
                idle=_("There is nothing here.")),
        Command("open-link", "b", _open_link, _("Open link"),
                _("Open its page, or another link of it, in the browser."), "b",
                rank=11, now=lambda planner: _("Open link") if _has_link(planner) else ""),
        Command("copy-link", "C", _copy_link, _("Copy link"),
                _("Copy its link, to be pasted elsewhere."), "C",
                rank=26, now=lambda planner: _("Copy link") if _has_link(planner) else ""),
        Command("my-day", "m", lambda planner: planner.show_my_day(), _("My day"),
                _("Show or hide your day."), "m", rank=8),
        Command("findings", "f", lambda planner: planner.show_findings(), _("Findings"),
                _("What the check finds in the programme."), "f", rank=17),
        Command("refresh", "R,f5", lambda planner: planner.refresh_programme(), _("Refresh"),
                _("Fetch the programme from its address again."), "R"),
    ),
)  # fmt: skip
