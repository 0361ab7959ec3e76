"""Telling two readers apart for one day without knowing who they are."""

import hashlib
import hmac
from datetime import date
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

PREFIXES = {4: 24, 6: 48}


def network_mark(request: HttpRequest, day: date) -> str:
    """64 letters that are the same for a reader's network (/24, /48) on one day, and for no other day.

    The address itself cannot be read from it, and nothing else of the reader is used.
    """
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
        network = str(ip_network(f"{address}/{PREFIXES[address.version]}", strict=False))
    except ValueError:
        network = ""
    key = f"network:{day.isoformat()}:{settings.SECRET_KEY}".encode()
    return hmac.new(key, network.encode(), hashlib.sha256).hexdigest()
