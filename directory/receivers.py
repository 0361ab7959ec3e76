"""Derived rows follow whatever writes the facts: form, chooser, bulk action, script. Connected by `ready`.

Changes of one transaction are joined: the intervals are rebuilt once, after the commit.
"""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
from django.utils import timezone

from directory.models.access import AccessPoint, Schedule
from directory.models.exceptions import Closure, HolidayRule
from directory.models.mobile import MobileUnit, MobileVisit
from directory.models.place import Location
from directory.models.structure import Structure
from directory.selectors.organisations import bodies_below
from directory.services import rebuild_all_intervals, rebuild_intervals

EVERY = 0  # no structure has this key
_PENDING = "_directory_pending"


def connect() -> None:
    """Connect the receivers; calling it twice changes nothing."""
    for model in (Structure, AccessPoint, Schedule, Location, Closure, HolidayRule):
        post_save.connect(_written, sender=model, dispatch_uid=f"directory-saved-{model.__name__}")
        post_delete.connect(_written, sender=model, dispatch_uid=f"directory-deleted-{model.__name__}")
    for model in (MobileUnit, MobileVisit):
        post_save.connect(_moved, sender=model, dispatch_uid=f"directory-saved-{model.__name__}")
        post_delete.connect(_moved, sender=model, dispatch_uid=f"directory-deleted-{model.__name__}")
    # A closure that changes its owner concerns both.
    pre_save.connect(_before, sender=Closure, dispatch_uid="directory-closure-before")
    m2m_changed.connect(_written, sender=AccessPoint.communities.through, dispatch_uid="directory-communities")


def _written(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    if kwargs.get("raw"):
        return
    connection = transaction.get_connection()
    pending = getattr(connection, _PENDING, None)
    if pending is None:
        pending = set()
        setattr(connection, _PENDING, pending)
    pending |= _structures_of(instance)
    # One call for each write, of which the first does the work: a rolled-back transaction calls none.
    transaction.on_commit(_rebuild)


def _moved(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Who follows the facts of a structure by the moment of their change also learns of its visits."""
    if not kwargs.get("raw"):
        unit = instance.unit if isinstance(instance, MobileVisit) else instance
        Structure.objects.filter(pk=unit.structure_id).update(updated=timezone.localtime())


def _before(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    old = sender._base_manager.filter(pk=instance.pk).first() if instance.pk else None
    if old is not None:
        _written(sender, old, **kwargs)


def _structures_of(instance: Any) -> set[int]:
    """Keys of the structures whose derived rows a change of this row concerns."""
    if isinstance(instance, Structure):
        return {instance.pk or EVERY}
    if isinstance(instance, AccessPoint):
        return {instance.structure_id}
    points = AccessPoint.objects.values_list("structure_id", flat=True)
    if isinstance(instance, Location):
        return set(points.filter(location_id=instance.pk))
    if isinstance(instance, Schedule):
        return set(points.filter(pk=instance.access_point_id)) or {EVERY}
    return _closed_by(instance) if isinstance(instance, Closure) else {EVERY}


def _closed_by(closure: Closure) -> set[int]:
    if closure.access_point_id:
        return set(AccessPoint.objects.filter(pk=closure.access_point_id).values_list("structure_id", flat=True))
    if closure.structure_id:
        return {closure.structure_id}
    if closure.organisation_id:
        below = bodies_below(closure.organisation_id)
        return set(Structure.objects.filter(organisation__in=below).values_list("pk", flat=True))
    return {EVERY}


def _rebuild() -> None:
    connection = transaction.get_connection()
    pending = getattr(connection, _PENDING, None) or set()
    setattr(connection, _PENDING, None)
    now, zone = timezone.localtime(), timezone.get_default_timezone()
    if EVERY in pending:
        rebuild_all_intervals(at=now, zone=zone)
    elif pending:
        rebuild_intervals(pending, at=now, zone=zone)
