"""An address on the web, taken apart for those who ask there."""

from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from tui_planner.programme.addresses import hide_secrets
from tui_planner.support.checksum import compute_checksum
from tui_planner.support.i18n import _

from .fetch_errors import FetchError, NoAddressError

_SCHEMES = {"http": "http", "https": "https", "webcal": "https", "webcals": "https"}
_PORTS = {"http": 80, "https": 443}
_AS_WRITTEN = "/%:@!$&'()*+,;=~"
_LONGEST = 8_000
"""Characters of an address: servers take no more."""


class WebAddress(NamedTuple):
    """Where something can be asked for.

    Attributes:
        scheme: `http` or `https`.
        host: The name of the server in ASCII, or its number.
        port: Its port.
        target: The path, with the query.
        credentials: `name:password`, empty where the address has none.
    """

    scheme: str
    host: str
    port: int
    target: str
    credentials: str = ""

    @classmethod
    def parse(cls, text: str) -> "WebAddress":
        """Take an address apart; webcal is https.

        Raises:
            NoAddressError: it is none, or leads elsewhere than to the web.
        """
        try:
            if len(text) > _LONGEST or any(char in text for char in "\\\n\r\t\0"):
                raise ValueError
            parts = urlsplit(text.strip())
            scheme = _SCHEMES[parts.scheme.lower()]
            host = (parts.hostname or "").rstrip(".")
            port = parts.port or _PORTS[scheme]
            if ":" not in host:
                host = host.encode("idna").decode()
            if not host or any(char.isspace() or not char.isprintable() for char in host):
                raise ValueError
        except (ValueError, KeyError) as error:
            told = _("{address} is no address that can be fetched from.")
            raise NoAddressError(
                told.format(address=hide_secrets(text[:200])),
                _("Write one such as https://conference.example/schedule.xml."),
            ) from error
        target = quote(parts.path or "/", _AS_WRITTEN)
        if parts.query:
            target += "?" + quote(parts.query, _AS_WRITTEN + "?")
        return cls(scheme, host, port, target, _credentials_of(parts.netloc))

    def follow(self, location: str) -> "WebAddress":
        """Return the address that a server or a page of this one names; it has no credentials.

        They go with it only to the same server, and never where all can read them on the way.

        Raises:
            NoAddressError: it leads elsewhere than to the web.
            FetchError: it leads from a safe address to one that is not.
        """
        there = WebAddress.parse(urljoin(self.text, location.strip()))
        if (self.scheme, there.scheme) == ("https", "http"):
            told = _("{host} sends from a safe address to one that is not: {address}.")
            raise FetchError(
                told.format(host=self.host, address=there.shown),
                _("If you trust the way there, name that address yourself."),
            )
        is_same = there.host == self.host and self.scheme in {there.scheme, "http"}
        is_port_same = there.port == self.port or self.scheme != there.scheme
        kept = self.credentials if is_same and is_port_same else ""
        return there._replace(credentials=kept)

    @property
    def authority(self) -> str:
        """The host, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def text(self) -> str:
        """The address as it is written, without credentials."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def shown(self) -> str:
        """The address as anybody may see it."""
        return hide_secrets(self.text)

    @property
    def digest(self) -> str:
        """What tells it from all others, and from which nothing of it can be read."""
        return compute_checksum(f"{self.credentials}@{self.text}")


def _credentials_of(netloc: str) -> str:
    before, at, _host = netloc.rpartition("@")
    return unquote(before) if at else ""
