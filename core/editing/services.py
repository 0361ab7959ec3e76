"""Making groups and the workflow what the roles say they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Task,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from core.editing.roles import Role, model_rights, roles

WORKFLOW = "Έλεγχος"
STEP = "Έλεγχος από συντάκτη"
# What Wagtail brings along. Its groups go when nobody is in them, its workflow when no page went through it.
FOREIGN_GROUPS = ("Moderators", "Editors")
FOREIGN_WORKFLOW = "Moderators approval"


@dataclass(frozen=True, slots=True)
class Difference:
    """A right that a group has and should not, or the other way round."""

    group: str
    right: str
    missing: bool

    def __str__(self) -> str:
        return f"{'+' if self.missing else '-'} {self.group}: {self.right}"


def differences() -> list[Difference]:
    """Return where groups differ from the roles, in the order of roles."""
    found = []
    for role in roles():
        group = Group.objects.filter(name=role.name).first()
        wanted, held = wanted_rights(role), held_rights(group)
        found += [Difference(role.name, right, missing=True) for right in sorted(wanted - held)]
        found += [Difference(role.name, right, missing=False) for right in sorted(held - wanted)]
    return found


@transaction.atomic
def sync_roles() -> list[Difference]:
    """Make groups and workflow what the roles say; return what differed before. Running it twice changes nothing."""
    before = differences()
    for role in roles():
        group, _created = Group.objects.get_or_create(name=role.name)
        group.permissions.set(_permissions(model_rights(role)))
        _set_page_rights(group, role)
        _set_media_rights(group, role)
    _sync_workflow()
    Group.objects.filter(name__in=FOREIGN_GROUPS, user__isnull=True).delete()
    return before


def wanted_rights(role: Role) -> set[str]:
    """Return every right of a role that exists in this installation, as text."""
    pages = {f"page {page.pk} {right}" for page in _homes(role) for right in role.pages}
    known = {f"{p.content_type.app_label}.{p.codename}" for p in _permissions(model_rights(role))}
    return pages | known | {f"media {right}" for right in role.media}


def held_rights(group: Group | None) -> set[str]:
    """Return every right that a group holds, as text."""
    if group is None:
        return set()
    models = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.select_related("content_type")}
    pages = {
        f"page {held.page_id} {held.permission.codename.removesuffix('_page')}"
        for held in group.page_permissions.select_related("permission")
    }
    media = {f"media {held.permission.codename}" for held in group.collection_permissions.select_related("permission")}
    return models | pages | media


def _permissions(rights: Iterable[str]) -> list[Permission]:
    wanted = Q(pk__in=())
    for right in rights:
        app, codename = right.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted).select_related("content_type"))


def _homes(role: Role) -> list[Page]:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return []
    return list(
        site.root_page.get_translations(inclusive=True).filter(locale__language_code__in=role.languages).order_by("pk")
    )


def _set_page_rights(group: Group, role: Role) -> None:
    codenames = [f"{right}_page" for right in role.pages]
    wanted = {
        (page.pk, permission.pk)
        for page in _homes(role)
        for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames)
    }
    _replace(group.page_permissions.all(), "page_id", wanted, group)


def _set_media_rights(group: Group, role: Role) -> None:
    root = Collection.get_first_root_node()
    apps = ("wagtailimages", "wagtaildocs")
    wanted = {
        (root.pk, permission.pk)
        for permission in Permission.objects.filter(content_type__app_label__in=apps, codename__in=role.media)
    }
    _replace(group.collection_permissions.all(), "collection_id", wanted, group)


def _replace(held: Any, place: str, wanted: set[tuple[int, int]], group: Group) -> None:
    """Leave rows that are wanted as they are, so that a second run writes nothing."""
    known = {(getattr(row, place), row.permission_id): row.pk for row in held}
    held.filter(pk__in=[pk for key, pk in known.items() if key not in wanted]).delete()
    model = GroupPagePermission if place == "page_id" else GroupCollectionPermission
    for where, permission in sorted(wanted - known.keys()):
        model.objects.create(group=group, permission_id=permission, **{place: where})


def _sync_workflow() -> None:
    """One way for all sections: what people without the right to publish hand in, an editor looks over."""
    editors = [role for role in roles() if role.looks_over]
    step, _created = GroupApprovalTask.objects.get_or_create(name=STEP)
    step.groups.set(Group.objects.filter(name__in=[role.name for role in editors]))
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=step)
    homes = {page.pk for role in editors for page in _homes(role)}
    WorkflowPage.objects.exclude(workflow=workflow).filter(page__depth=1).delete()
    Workflow.objects.filter(name=FOREIGN_WORKFLOW, workflow_pages=None, workflow_states=None).delete()
    Task.objects.filter(name=FOREIGN_WORKFLOW, workflow_tasks=None, task_states=None).delete()
    for pk in sorted(homes):
        WorkflowPage.objects.get_or_create(page_id=pk, defaults={"workflow": workflow})
