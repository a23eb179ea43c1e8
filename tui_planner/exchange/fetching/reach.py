"""How far an address of the network reaches: all the world, a private network, this machine.

A server out in the world could otherwise have the planner ask what only this machine can reach.
"""

from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_TRANSLATED = IPv6Network("64:ff9b::/96")
"""Addresses of IPv4 in the last 32 bits, for those who have IPv6 only (RFC 6052)."""


class Reach(IntEnum):
    """Where an address lies, the nearest last."""

    PUBLIC = 0
    PRIVATE = 1
    MACHINE = 2


def find_reach(number: str) -> Reach:
    """Find the reach of a numeric address (IPv4, or IPv6 with or without a zone)."""
    address = _embedded(ip_address(number))
    if address.is_loopback or address.is_unspecified or address.is_link_local:
        return Reach.MACHINE
    is_site_local = isinstance(address, IPv6Address) and address.is_site_local
    if not address.is_global or address.is_multicast or address.is_reserved or is_site_local:
        return Reach.PRIVATE
    return Reach.PUBLIC


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the address of IPv4 that one of IPv6 stands for, else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour or address
