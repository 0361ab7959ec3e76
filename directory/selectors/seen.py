"""Which structures have what was asked of their places, and of which nobody knows it."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import Q, QuerySet

from core.listing import unknown_of
from directory.models.access import AccessPoint, ContactLine
from directory.models.accessibility import AccessibilityFact, Question, Seen
from directory.models.choices import WRITTEN, Channel
from directory.models.offers import LanguageOffer


def seen_by(questions: Collection[str]) -> Mapping[str, set[int]]:
    """Keys of structures by question: with a yes, and under `…-unknown` those to which people go and nobody knows.

    Five queries for all questions: asked one by one, each looks through all structures.
    """
    at: dict[int, set[int]] = defaultdict(set)
    for structure, location in _points().values_list("structure", "location"):
        at[location].add(structure)
    yes: dict[str, set[int]] = defaultdict(set)
    known: dict[str, set[int]] = defaultdict(set)
    rows = AccessibilityFact.objects.filter(question__in=questions, location__in=_points().values("location"))
    for location, question, answer in rows.values_list("location", "question", "answer").order_by():
        if answer == Seen.YES:
            yes[question] |= at[location]
        if answer != Seen.UNKNOWN:
            known[question] |= at[location]
    people_go, follows = set().union(*at.values()), _follows()
    found = {question: yes[question] | follows.get(question, set()) for question in questions}
    unknown = {question: people_go - known[question] - found[question] for question in questions}
    return found | {unknown_of(question): keys for question, keys in unknown.items()}


def _points() -> QuerySet[AccessPoint]:
    """Ways in with a place that readers may know."""
    return AccessPoint.objects.filter(location__sensitive=False, structure__sensitive=False)


def _follows() -> Mapping[str, set[int]]:
    """What other facts answer already, as on the page of the structure."""
    signed = LanguageOffer.objects.filter(language__sign=True).values_list("structure", flat=True)
    lines = ContactLine.objects.filter(access_point__isnull=False, kind__in=WRITTEN)
    written = AccessPoint.objects.filter(Q(channel=Channel.TEXT) | ~Q(email=""))
    return {
        Question.SIGN.value: set(signed),
        Question.WRITTEN.value: {
            *lines.values_list("access_point__structure", flat=True),
            *written.values_list("structure", flat=True),
        },
    }
