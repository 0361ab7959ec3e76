"""Words per language beside a fact that has none: one child row a language.

A fact's own small words (a name, a note) are rows of a model that extends `Words`, never columns
`name_el`, `name_en`: a sixth language is then a setting and not a migration of every table.
"""

from collections.abc import Iterable
from typing import Protocol

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import choices, nearest_of


class Words(models.Model):
    """One language's words of one fact; the subclass adds the ParentalKey and the texts."""

    language = models.CharField(_("language"), max_length=8, choices=choices)

    class Meta:
        abstract = True
        # As editors wrote them: the first language of the hub comes first.
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(getattr(self, "name", "") or self.language)


class HasWords(Protocol):
    """A fact with word rows; prefetch `words` before asking for many."""

    words: models.Manager


def in_language(rows: Iterable[Words], language: str) -> Words | None:
    """The row a reader of `language` gets, by settings.LANGUAGE_FALLBACKS; any row before none."""
    by_language = {row.language: row for row in rows}
    written = nearest_of(by_language, language)
    return by_language[written] if written else next(iter(by_language.values()), None)


def words_of(fact: HasWords, language: str) -> Words | None:
    """Words of a fact for a reader of `language`; the row says in which language they really are."""
    return in_language(fact.words.all(), language)


def own_words(fact: HasWords) -> Words | None:
    """Words of a fact by which editors' lists, letters and tables name it: those in the hub's own language."""
    return words_of(fact, settings.LANGUAGE_CODE)


def named_by(model: type[models.Model]) -> tuple[str, ...]:
    """What rows of a model must be read with when all are named: their words, or nothing."""
    return ("words",) if any(relation.name == "words" for relation in model._meta.related_objects) else ()
