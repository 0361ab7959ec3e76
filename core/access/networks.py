"""A network instead of an address: /24 or /48, under a name that changes every day."""

import hmac
from datetime import date, datetime
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from core.access.models import DayKey

PREFIXES = {4: 24, 6: 48}


def network_key(request: HttpRequest, at: datetime) -> str:
    """The day's name of the reader's network: the same until local midnight, then nobody can say whose it was."""
    return named(network(address_of(request)), timezone.localdate(at))


def address_of(request: HttpRequest) -> str:
    """The reader's address as the outermost trusted proxy saw it (settings.HUB_PROXIES counts them)."""
    if settings.HUB_PROXIES:
        hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",") if hop.strip()]
        if len(hops) >= settings.HUB_PROXIES:
            return hops[-settings.HUB_PROXIES]
    return request.META.get("REMOTE_ADDR", "")


def network(address: str) -> str:
    """ "203.0.113.0/24", "2001:db8:1::/48"; empty for what is no address."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(ip_network((found, PREFIXES[found.version]), strict=False))


def named(name: str, day: date) -> str:
    """HMAC-SHA256 of a network under the random key of a local day, in hex."""
    key, _created = DayKey.objects.get_or_create(day=day)
    return hmac.new(bytes(key.secret), name.encode(), "sha256").hexdigest()
