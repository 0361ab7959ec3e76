"""Which pages a reader of a language gets in lists: those in it, else those in a language that stands in for it."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from wagtail.query import PageQuerySet

from core.languages import order

# What stands beside words in another language than the reader's.
IN_LANGUAGE = {
    "el": _("in Greek"),
    "en": _("in English"),
    "ar": _("in Arabic"),
    "sq": _("in Albanian"),
    "uk": _("in Ukrainian"),
}
Pages = TypeVar("Pages", bound=PageQuerySet)


def readable(pages: Pages, language: str) -> Pages:
    """Live pages, each once: in `language`, else in the first of settings.LANGUAGE_FALLBACKS that has it."""
    live = pages.model.objects.filter(live=True, alias_of__isnull=True)
    kept = Q()
    better: list[str] = []
    for code in order(language):
        twins = live.filter(translation_key=OuterRef("translation_key"), locale__language_code__in=better)
        own = Q(locale__language_code=code)
        kept |= own & ~Exists(twins) if better else own
        better = [*better, code]
    return pages.live().filter(kept, alias_of__isnull=True)
