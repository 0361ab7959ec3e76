"""Withheld addresses: the one door to them. Whoever wants less than this module offers has no need to import it.

Public readings cannot leak what they cannot reach: the columns of a withheld location are empty (a constraint
holds them so), its address is one encrypted text of another table, and only this module imports that table.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from django.core.checks import Error, register
from django.db import transaction

from core.taxonomy import Community
from core.text import slug
from directory.models.access import AccessPointWords
from directory.models.codes import free_codes
from directory.models.place import Location, LocationWords
from directory.models.withheld import SensitiveAddress

MAY_WITHHOLD = "directory.withhold_address"
MAY_READ = "directory.read_sensitive_address"
HOLDERS = frozenset({__name__, SensitiveAddress.__module__})
OUR_APPS = ("core", "search", "directory", "studies", "news", "consultations", "network", "home", "portal")


@dataclass(frozen=True, slots=True)
class Address:
    """Everything that tells where a place is. `community` is its key, `ways` the way there by language.

    `notes` are those of the ways in that stand there: the bell, the floor, the name of the house.
    """

    street: str = ""
    number: str = ""
    postal_code: str = ""
    community: str = ""
    lat: str = ""
    lon: str = ""
    ways: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@transaction.atomic
def withhold(place: Location) -> Address:
    """Move the address of a location out of everybody's reach; return what it was.

    The key was made of the street, so it goes too. A location that is withheld already stays as it is.
    """
    if place.sensitive:
        return address_of(place)
    notes = AccessPointWords.objects.filter(access_point__location=place)
    address = Address(
        street=place.street,
        number=place.number,
        postal_code=place.postal_code,
        community=place.community.slug if place.community else "",
        lat=_written(place.lat),
        lon=_written(place.lon),
        ways={words.language: words.way for words in place.words.all() if words.way},
        notes=list(notes.values_list("note", flat=True)),
    )
    SensitiveAddress.objects.create(location=place, address=_sealed(address))
    notes.delete()
    LocationWords.objects.filter(location=place).update(way="")
    place.street = place.number = place.postal_code = ""
    place.community = place.lat = place.lon = None
    place.sensitive, place.slug = True, f"withheld-{place.code.lower()}"
    place.words = [words for words in LocationWords.objects.filter(location=place)]
    place.full_clean()
    place.save()
    return address


@transaction.atomic
def hide(address: Address, cities: Mapping[str, str]) -> Location:
    """A new location that is withheld from its first moment: its address is never anywhere else."""
    (code,) = free_codes(Location, 1)
    place = Location(code=code, slug=f"withheld-{code.lower()}", sensitive=True)
    place.words = [LocationWords(language=language, city=city) for language, city in cities.items() if city]
    place.full_clean()
    place.save()
    SensitiveAddress.objects.create(location=place, address=_sealed(address))
    return place


def address_of(place: Location) -> Address:
    """The address of a withheld location, for those who may read it; the caller writes down who did.

    Empty where none came along (full.zip carries no address). Raises core.crypto.Unreadable when its key is gone.
    """
    kept = SensitiveAddress.objects.filter(location=place).first()
    return Address(**json.loads(kept.address)) if kept else Address()


def rewrite(place: Location, address: Address) -> None:
    """Put another address in the place of the one that is kept."""
    SensitiveAddress.objects.update_or_create(location=place, defaults={"address": _sealed(address)})


@transaction.atomic
def release(place: Location) -> Address:
    """Put the address back where everybody reads it; return what it was. The notes of ways in stay with the caller."""
    address = address_of(place)
    SensitiveAddress.objects.filter(location=place).delete()
    place.sensitive, place.slug = False, f"{slug(f'{address.street} {address.number}') or 'place'}-{place.code.lower()}"
    place.street, place.number, place.postal_code = address.street, address.number, address.postal_code
    place.community = Community.objects.filter(slug=address.community).first()
    place.lat = Decimal(address.lat) if address.lat else None
    place.lon = Decimal(address.lon) if address.lon else None
    for words in place.words.all():
        words.way = address.ways.get(words.language, "")
    place.full_clean()
    place.save()
    return address


def _sealed(address: Address) -> str:
    return json.dumps(asdict(address), ensure_ascii=False)


def _written(degrees: Decimal | None) -> str:
    return "" if degrees is None else str(degrees)


@register()
def only_here(app_configs: Any, **kwargs: Any) -> Iterable[Error]:
    """A module that has hold of the table could show what is in it."""
    return [
        Error(f"{name} holds SensitiveAddress: only {__name__} may import it.", id="directory.E001")
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in OUR_APPS
        and name not in HOLDERS
        and any(value is SensitiveAddress for value in list(vars(module).values()))
    ]
