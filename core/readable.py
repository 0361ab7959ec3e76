"""Which pages a reader of a language gets in lists: those in it, else those in a language that stands in for it."""

from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.query import PageQuerySet

from core.languages import order

# What stands beside words in another language than the reader's; a language that has no word here says its own name.
IN_LANGUAGE: dict[str, Any] = settings.LANGUAGE_NAMES | {
    "el": _("in Greek"),
    "en": _("in English"),
    "ar": _("in Arabic"),
    "sq": _("in Albanian"),
    "uk": _("in Ukrainian"),
}
Pages = TypeVar("Pages", bound=PageQuerySet)


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
