"""How long ago something was fetched, in words."""

from datetime import datetime

from tui_planner.support.i18n import _, ngettext


def format_age(then: datetime, now: datetime) -> str:
    """Tell how long an instant lies before another, as `2 hours ago`."""
    minutes = int((now - then).total_seconds()) // 60
    if minutes < 1:
        return _("less than a minute ago")
    if minutes < 60:
        return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    hours = minutes // 60
    if hours < 48:
        return ngettext("{n} hour ago", "{n} hours ago", hours).format(n=hours)
    return ngettext("{n} day ago", "{n} days ago", hours // 24).format(n=hours // 24)
