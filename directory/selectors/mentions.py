"""Every row in which something was written about a structure: its facts' words, pages, drafts, histories, reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import QuerySet
from wagtail.fields import StreamField
from wagtail.models import ModelLogEntry, PageLogEntry, Revision
from wagtail_localize.models import OverridableSegment, String, StringTranslation, TranslationSource

from core.crypto import EncryptedTextField
from directory.models.access import AccessPoint
from directory.models.place import Location
from directory.models.structure import Structure

# Keys and addresses of pages are no words: a cut would break them.
NO_WORDS = {"slug", "url_path", "path", "code", "uuid", "translation_key", "locale"}

FARTHEST = 2  # relations between a row and the structure or location it belongs to, beside the last


@dataclass(frozen=True, slots=True)
class Texts:
    """Rows of one model and their fields that hold words: texts, JSON, and stream fields."""

    model: type[models.Model]
    rows: Iterable[Any]
    names: tuple[str, ...]

    def value(self, row: Any, name: str) -> Any:
        """The words as a text, a text of JSON, or a tree of texts."""
        field = self.model._meta.get_field(name)
        value = getattr(row, name)
        return field.get_prep_value(value) if isinstance(field, StreamField) else value

    def stored(self, name: str, value: Any) -> Any:
        """The same as the field takes it."""
        field = self.model._meta.get_field(name)
        return field.to_python(value) if isinstance(field, StreamField) else value


def texts_of(structure: Structure, places: Iterable[int]) -> Iterable[Texts]:
    """All of them, for one structure and the locations `places`; whatever model the directory gets is among them."""
    own = list(structure.pages.values_list("pk", "translation_key"))
    keys = [key for _pk, key in own]
    yield _texts(Structure, Structure.objects.filter(pk=structure.pk))
    for model in apps.get_app_config("directory").get_models():
        conditions = [models.Q(**{f"{path}__in": [structure.pk]}) for path in _paths(model, Structure)]
        conditions += [models.Q(**{f"{path}__in": places}) for path in _paths(model, Location)]
        if conditions:
            yield _texts(model, model._base_manager.filter(reduce(or_, conditions)).distinct())
    yield _texts(Revision, _histories(Revision, structure, places, [pk for pk, _key in own]))
    yield _texts(ModelLogEntry, _histories(ModelLogEntry, structure, places, []))
    yield _texts(PageLogEntry, PageLogEntry.objects.filter(page__in=[pk for pk, _key in own]))
    yield _texts(TranslationSource, TranslationSource.objects.filter(object_id__in=keys))
    yield _texts(OverridableSegment, OverridableSegment.objects.filter(source__object_id__in=keys))
    # Words of a translation that was taken back stay behind and belong to no page any more.
    forgotten = models.Q(segments__isnull=True)
    strings = String.objects.filter(forgotten | models.Q(segments__source__object_id__in=keys)).distinct()
    yield _texts(String, strings)
    yield _texts(StringTranslation, StringTranslation.objects.filter(translation_of__in=strings.values("pk")))


def _paths(model: type[models.Model], target: type[models.Model], depth: int = FARTHEST) -> Iterable[str]:
    """Lookups by which rows of a model belong to rows of `target`: `access_point__structure`."""
    for field in model._meta.concrete_fields:
        related = field.related_model
        if not isinstance(related, type) or related._meta.app_label != "directory":
            continue
        if related is target:
            yield field.name
        elif depth and related is not model:
            yield from (f"{field.name}__{path}" for path in _paths(related, target, depth - 1))


def _texts(model: type[models.Model], rows: QuerySet) -> Texts:
    # Of a page, fields of its parents too: the title stands in `wagtailcore_page`.
    names = tuple(
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField | StreamField)
        and not isinstance(field, EncryptedTextField)
        and field.name not in NO_WORDS
        and not field.choices
    )
    return Texts(model, rows, names)


def _histories(model: Any, structure: Structure, places: Iterable[int], pages: list[int]) -> QuerySet:
    """Revisions or log lines of the structure, its access points, its locations and its pages."""
    points = list(structure.access_points.values_list("pk", flat=True))
    condition = models.Q()
    for owner, pks in ((Structure, [structure.pk]), (AccessPoint, points), (Location, places)):
        condition |= _about(owner, pks)
    if pages:
        condition |= models.Q(object_id__in=[str(pk) for pk in pages], base_content_type__app_label="wagtailcore")
    return model.objects.filter(condition)


def _about(owner: type[models.Model], pks: Iterable[int]) -> models.Q:
    kind = ContentType.objects.get_for_model(owner)
    return models.Q(content_type=kind, object_id__in=[str(pk) for pk in pks])
