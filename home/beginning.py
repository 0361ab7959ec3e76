"""The first rows of a hub, which the demo and `manage.py begin_hub` write alike: languages, home pages, the site."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Locale, Page, Site

from core.languages import codes
from home.pages import HomePage


def begin(
    homes: Mapping[str, Mapping[str, Any]], *, name: str, hostname: str, port: int, at: datetime
) -> dict[str, HomePage]:
    """Every language of the settings, and the home pages of those in `homes` (their fields), the first language first.

    What is there already stays as it is; Wagtail's welcome page goes while nobody has built under it.
    """
    for language in codes():
        Locale.objects.get_or_create(language_code=language)
    pages: dict[str, HomePage] = {}
    for language, fields in homes.items():
        pages[language] = _home(language, fields, pages.get(settings.LANGUAGE_CODE), at)
    own = {"hostname": hostname, "port": port, "root_page": pages[settings.LANGUAGE_CODE], "site_name": name}
    Site.objects.update_or_create(is_default_site=True, defaults=own)
    _drop_welcome_page()
    _name_root()
    return pages


def first_home() -> HomePage:
    """The home page in the default language. Raises DoesNotExist before there is one."""
    return HomePage.objects.get(slug=_slug(settings.LANGUAGE_CODE))


def _home(language: str, fields: Mapping[str, Any], first: HomePage | None, at: datetime) -> HomePage:
    page = HomePage.objects.filter(slug=_slug(language)).first()
    if page is None:
        page = HomePage(slug=_slug(language), locale=Locale.objects.get(language_code=language), **fields)
        page.draft_title, page.first_published_at, page.last_published_at = page.title, at, at
        if first is not None:
            page.translation_key = first.translation_key
        Page.get_first_root_node().add_child(instance=page)
    return page


def _slug(language: str) -> str:
    return "hub" if language == settings.LANGUAGE_CODE else f"hub-{language}"


def _drop_welcome_page() -> None:
    for page in Page.objects.child_of(Page.get_first_root_node()).filter(slug="home", content_type__model="page"):
        if not page.get_children().exists():
            page.delete()


def _name_root() -> None:
    """What editors see first of the tree is called as in their menu; Wagtail's «Root» is no word of theirs."""
    with translation.override(settings.LANGUAGE_CODE):
        name = gettext("Pages")
    Page.objects.filter(pk=Page.get_first_root_node().pk).update(title=name, draft_title=name)
