"""Addresses of pages that were deleted: 410 with what stands beside them, or the page that takes their place.

A page that was only taken back is still there to be asked (`core.routing.gone_at`); of a deleted one this row is left.
"""

from typing import Any

from django.db import models
from django.db.models.signals import pre_delete
from django.http import HttpRequest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site


class GonePage(models.Model):
    """An address at which readers once found a page; a draft never was there."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    address = models.CharField(max_length=500)  # with the prefix of its language, "/en/studies/survey/"
    tree_path = models.CharField(max_length=255)  # where it stood among its neighbours

    class Meta:
        constraints = [models.UniqueConstraint("site", "address", name="core_gone_page_once")]

    def __str__(self) -> str:
        return self.address


def gone_page(site: Site | None, address: str) -> GonePage | None:
    """What is left of a deleted page at an address. One query."""
    return GonePage.objects.filter(site=site, address=address).first() if site else None


def succeed(request: HttpRequest, page: Page) -> None:
    """Lead readers of a page that was just deleted to the one the editor chose in the dialog."""
    chosen = request.POST.get("successor", "")
    successor = Page.objects.live().filter(pk=chosen).first() if chosen.isdecimal() else None
    found = _parts(page)
    if successor is None or found is None:
        return
    site, address = found
    Redirect.objects.update_or_create(
        site=site, old_path=Redirect.normalise_path(address), defaults={"redirect_page": successor, "redirect_link": ""}
    )


def connect() -> None:
    """Remember whatever door a page is deleted by: dialog, list, its parent, a script."""
    pre_delete.connect(_remember, sender=Page, dispatch_uid="hub.gone")


def _remember(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    found = _parts(instance)
    if found and instance.first_published_at and not instance.alias_of_id:
        site, address = found
        GonePage.objects.update_or_create(site=site, address=address, defaults={"tree_path": instance.path})


def _parts(page: Page) -> tuple[Site, str] | None:
    """The site of a page and its address there."""
    parts = page.get_url_parts()
    if parts is None or parts[2] is None:
        return None
    site = Site.objects.filter(pk=parts[0]).first()
    return (site, parts[2]) if site else None
