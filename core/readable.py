"""Which pages a reader of a language gets in lists: those in it, else those in a language that stands in for it."""

from typing import Any, TypeVar

from django.apps import apps
from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from core.cache import collect
from core.languages import nearest_of, order
from core.snapshot import snapshot

# What stands beside words in another language than the reader's; a language that has no word here says its own name.
IN_LANGUAGE: dict[str, Any] = settings.LANGUAGE_NAMES | {
    "el": _("in Greek"),
    "en": _("in English"),
    "ar": _("in Arabic"),
    "sq": _("in Albanian"),
    "uk": _("in Ukrainian"),
}
Pages = TypeVar("Pages", bound=PageQuerySet)


@snapshot("core.only_page", tags={"site"})
def url_of(page_type: str, language: str) -> str:
    """Address of the one page of a type, as "news.NewsIndexPage", in the nearest language; empty without any."""
    collect(f"list:{page_type.partition('.')[0]}")
    pages = apps.get_model(page_type).objects.live().filter(locale__language_code__in=order(language))
    by_language = {page.locale.language_code: page for page in pages.select_related("locale")}
    nearest = nearest_of(by_language, language)
    return (by_language[nearest].get_url() or "") if nearest else ""


def in_needed_languages() -> str:
    """In which languages something has to be written before it is given out: "in Greek and in English"."""
    return get_text_list([str(IN_LANGUAGE[code]) for code in settings.HUB_NEEDED_LANGUAGES], _("and"))


def readable(pages: Pages, language: str) -> Pages:
    """Live pages, each once: in `language`, else in the first of settings.LANGUAGE_FALLBACKS that has it."""
    first, *others = order(language)
    written = Page.objects.filter(live=True, alias_of__isnull=True, translation_key=OuterRef("translation_key"))
    best: Any = Q(locale__language_code=first)
    better = [first]
    for code in others:
        best |= Q(locale__language_code=code) & ~Exists(written.filter(locale__language_code__in=list(better)))
        better.append(code)
    return pages.filter(best, live=True, alias_of__isnull=True)
