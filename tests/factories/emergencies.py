"""Emergencies as two people make them, through the services alone."""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from core.editing.services import sync_roles
from core.snapshot import clear_snapshots
from directory.models import Activation, ActivationOverride
from directory.services.emergencies import Drafted, approve, draft, propose, set_place
from home.roles import CRISIS
from tests.factories.accounts import confirmed


def team() -> list[Any]:
    """Two of the crisis team; the password of each is the name."""
    sync_roles()
    found = []
    for name in ("anna", "boris"):
        user = get_user_model().objects.create_user(name, email=f"{name}@example.org", password=name)
        user.groups.add(Group.objects.get(name=CRISIS.name))
        found.append(user)
    return found


def activate(people: list[Any], *, at: datetime, until: datetime, drill: bool = False, **override: Any) -> Activation:
    """In force from `at`, with one place when `override` names it."""
    anna, boris = people
    activation = draft(Drafted("heat", until), by=anna, at=at, drill=drill)
    if override:
        set_place(ActivationOverride(activation=activation, **override), by=anna, at=at)
    propose(activation, by=anna, confirmed=confirmed(anna, at), at=at)
    approve(activation, by=boris, confirmed=confirmed(boris, at), seen=at, at=at)
    clear_snapshots()  # the test is one transaction: what is purged after its commit is purged here
    return Activation.objects.get(pk=activation.pk)
