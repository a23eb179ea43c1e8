"""Whether a text is HTML: importers make it plain, exporters escape what only looks like it."""

import re

_KNOWN = re.compile(
    r"</?(p|br|a|ul|ol|li|div|span|b|i|u|em|strong|h[1-6]|pre|code|table|tr|td|th|img|blockquote"
    r"|hr|sup|sub|tt|font|dl|dt|dd|script|style)(\s[^<>]*)?/?>|&(amp|lt|gt|quot|nbsp|#\d{1,7});",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Tell whether a text holds tags or character references of HTML."""
    return _KNOWN.search(text) is not None
