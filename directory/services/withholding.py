"""Make a public place a withheld one: its address leaves the facts, the texts, the histories and every kept answer."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.search import index

from core.audit import audit
from core.cache import forget
from core.media import HubImage, HubRendition
from directory import sensitive
from directory.models.links import LinkKind, StructureLink
from directory.models.structure import Structure
from directory.selectors.mentions import Texts, texts_of
from directory.services.intervals import rebuild_intervals
from directory.traces import Traces
from search.services import rebuild


@dataclass(frozen=True, slots=True)
class Mention:
    """A page of somebody else's that shows the address: an editor must look at it."""

    pk: int
    title: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """What was done, or would be: places, rows of text that were cut, the picture, and what people must do."""

    places: int
    texts: int
    image: str
    others: tuple[str, ...]  # structures at the same places, whose address goes too
    mentions: tuple[Mention, ...]


def rehearse(structure: Structure, *, at: datetime, zone: ZoneInfo) -> Withheld:
    """What withholding would do; nothing stays done."""
    with transaction.atomic():
        outcome = withhold_structure(Structure.objects.get(pk=structure.pk), by=None, at=at, zone=zone)
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def withhold_structure(structure: Structure, *, by: Any, at: datetime, zone: ZoneInfo) -> Withheld:
    """Withhold every address of a structure, for good: new readings, old texts, histories, kept answers.

    Copies that others made before (search machines, archives, paper) cannot be called back. Doing it twice is
    harmless: the second time cuts what was written meanwhile.
    """
    structure = Structure.objects.select_for_update().get(pk=structure.pk)
    points = list(structure.access_points.select_related("location__community"))
    places = {point.location_id: point.location for point in points if point.location_id}
    addresses = [sensitive.withhold(place) for place in places.values()]
    image = _give_up_image(structure)
    structure.sensitive = True
    # “In the same place as” a public structure would say where.
    StructureLink.objects.filter(Q(structure=structure) | Q(target=structure), kind=LinkKind.SAME_PLACE).delete()
    for point in structure.access_points.all():
        # Not even the part of the city may be told.
        point.citywide = True
        point.communities.clear()
        point.save()
    structure.save()
    traces = Traces(addresses)
    cut = sum(_cut(texts, traces) for texts in texts_of(structure, places))
    structure.refresh_from_db()
    structure.save()  # its history is clean now: derived rows and indexes are made of what is left
    for page in structure.pages.all():
        index.insert_or_update_object(page)
    audit(structure, "directory.withheld", by=by, places=len(places), texts=cut)
    rebuild_intervals([structure.pk], at=at, zone=zone)
    forget()
    # All of it, so that the file of the index holds no deleted page of the old one.
    transaction.on_commit(rebuild)
    return Withheld(len(places), cut, image, _others(structure, places), _mentions(structure, traces))


def _cut(texts: Texts, traces: Traces) -> int:
    """Cut the address out of rows; return in how many it stood."""
    changed = 0
    for row in texts.rows:
        found = {name: texts.value(row, name) for name in texts.names}
        clean = {name: traces.cut(value) for name, value in found.items()}
        values = {name: texts.stored(name, clean[name]) for name in clean if clean[name] != found[name]}
        if values:
            # Past the guards of histories on purpose: a line that tells where people hide must not stay.
            texts.model._base_manager.filter(pk=row.pk).update(**values)
            changed += 1
    return changed


def _give_up_image(structure: Structure) -> str:
    """Take the picture away, and give its file a name that tells nothing; return what it was called."""
    image, structure.image = structure.image, None
    if image is None:
        return ""
    transaction.on_commit(partial(_rename_files, image))
    return image.title


def _rename_files(image: HubImage) -> None:
    """Random names for the file and its sizes. Their rows stay: a deletion would leave the name in the queue."""
    for rendition in image.renditions.all():
        rendition.purge_from_cache()
        HubRendition.objects.filter(pk=rendition.pk).update(file=_renamed(rendition.file))
    name = _("Withheld picture")
    HubImage.objects.filter(pk=image.pk).update(file=_renamed(image.file), title=name, description=name)
    index.insert_or_update_object(HubImage.objects.get(pk=image.pk))


def _renamed(file: Any) -> str:
    """The new name of a stored file."""
    path = PurePosixPath(file.name)
    with file.storage.open(file.name) as source:
        new = file.storage.save(str(path.with_name(f"{secrets.token_hex(8)}{path.suffix}")), source)
    file.storage.delete(file.name)
    return new


def _others(structure: Structure, places: Iterable[int]) -> tuple[str, ...]:
    there = Structure.objects.filter(access_points__location__in=list(places)).exclude(pk=structure.pk)
    return tuple(there.distinct().order_by("label").values_list("label", flat=True))


def _mentions(structure: Structure, traces: Traces) -> tuple[Mention, ...]:
    """Pages of anything else that show the address in their words (reads every live page once)."""
    own = set(structure.pages.values_list("pk", flat=True))
    pages = Page.objects.live().exclude(pk__in=own).specific().iterator(chunk_size=100)
    return tuple(Mention(page.pk, page.title) for page in pages if traces.are_in(page.serializable_data()))
