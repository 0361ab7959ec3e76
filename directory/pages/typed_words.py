"""Words that a reader or a program writes, as a condition on structures."""

from datetime import date

from django.apps import apps
from django.db.models import Q
from django.http import QueryDict

from search.groups import groups

LABEL = "directory.StructurePage"
LONGEST = 100


def words_of(query: QueryDict) -> str:
    """What a reader wrote into the filter of words, as one line."""
    return " ".join(query.get("q", "").replace("\x00", " ").split())[:LONGEST]


def saying(words: str, *, language: str, today: date) -> Q:
    """Structures that the search of the hub finds; by the letters of their titles while it has no index."""
    keys = groups(words, label=LABEL, language=language, today=today)
    condition = Q(title__icontains=words) if keys is None else Q(translation_key__in=keys)
    pages = apps.get_model(LABEL).objects.live()  # the page itself shows the list's places, so it is not imported
    return Q(pk__in=pages.filter(condition).values("structure"))
