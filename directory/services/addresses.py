"""Withheld addresses for the few who may: read, put right, made public again. Each step is a line of history."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from wagtail.search import index

from core.audit import audit
from core.cache import purge
from directory import sensitive
from directory.models.place import Location
from directory.models.structure import Structure
from directory.services.intervals import rebuild_intervals
from directory.services.refusals import DirectoryRefused


@transaction.atomic
def hide_address(address: sensitive.Address, *, cities: Mapping[str, str], by: Any) -> Location:
    """Make a location whose address nobody but keepers ever sees. The history says that, never where."""
    place = sensitive.hide(address, cities)
    audit(place, "directory.address_hidden", by=by)
    return place


def read_address(place: Location, *, by: Any) -> sensitive.Address:
    """The address for somebody who may read it; that it was opened is written down."""
    address = sensitive.address_of(place)
    audit(place, "directory.address_read", by=by)
    return address


@transaction.atomic
def change_address(place: Location, address: sensitive.Address, *, by: Any) -> None:
    """Put a withheld address right. The history says that, never what."""
    sensitive.rewrite(place, address)
    audit(place, "directory.address_changed", by=by)


@transaction.atomic
def publish_addresses(structure: Structure, *, by: Any, at: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """Undo withholding: the address stands on every page again. Gives the notes of ways in, to be written anew there.

    Raises DirectoryRefused while another structure hides at the same place.
    """
    structure = Structure.objects.select_for_update().get(pk=structure.pk)
    places = list(Location.objects.filter(access_points__structure=structure, sensitive=True).distinct())
    hidden = Structure.objects.filter(access_points__location__in=places, sensitive=True).exclude(pk=structure.pk)
    if other := hidden.first():
        raise DirectoryRefused.hides_there(other)
    addresses = [sensitive.release(place) for place in places]
    structure.sensitive = False
    structure.save()
    for page in structure.pages.all():
        index.insert_or_update_object(page)
    audit(structure, "directory.published_address", by=by, places=len(places))
    rebuild_intervals([structure.pk], at=at, zone=zone)
    purge("site", f"structure:{structure.pk}", "list:directory")
    return tuple(note for address in addresses for note in address.notes)
