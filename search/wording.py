"""Words of editors beside those that are already known, and what was looked for in vain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Count, Max, Sum
from django.utils.translation import gettext_lazy as _

from search.analysis.keys import keys_of_texts
from search.answering import Answerer
from search.engines.base import AWAY
from search.fields import folded
from search.index import answerer, engine
from search.lexicon.compiled import Concept as LexiconConcept
from search.lexicon.compiled import shipped
from search.lexicon.current import current, id_of, own_concepts, with_concept
from search.models import Concept, GradedQuery, ZeroResult
from search.trying import MOST_REREAD, OtherWords, Trial, compare
from search.understanding import Situation, understand

LEAST_TIMES, LEAST_DAYS = 3, 2
MOST_SHOWN = 200
SURELY = 0.65


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A row of the editors."""

    pk: int
    name: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class KnownWords:
    """A concept as the table shows it: words by language, and the rows of the editors that stand behind it."""

    id: str
    name: str
    words: Mapping[str, tuple[str, ...]]
    own: tuple[OwnWords, ...]
    is_shipped: bool

    def holds(self, said: str) -> bool:
        """Whether one of the words begins so."""
        texts = (self.name, *(text for texts in self.words.values() for text in texts))
        return any(f" {folded(text)}".find(f" {said}") >= 0 for text in texts)


@dataclass(frozen=True, slots=True)
class Missed:
    """Words that found nothing: how often, on how many days, and the last of them."""

    query: str
    language: str
    times: int
    days: int
    last: date


def known_words(query: str, *, today: date) -> list[KnownWords]:
    """Every concept with its words, those of editors first; of a query, those it names or means."""
    lexicon = current()
    own: dict[str, list[OwnWords]] = {}
    for added in own_concepts():
        own.setdefault(id_of(added), []).append(OwnWords(added.pk, added.name, added.is_used))
    rows = [
        KnownWords(each.id, _name(each), dict(each.words), tuple(own.pop(each.id, ())), each.id in shipped().concepts)
        for each in lexicon.concepts.values()
    ]
    # What is not used stands in no lexicon.
    rows += [KnownWords(key, added[0].name, {}, tuple(added), key in shipped().concepts) for key, added in own.items()]
    meant = _meant(query, today) if query else frozenset()
    said = folded(query)
    wanted = [row for row in rows if not query or row.id in meant or (said and row.holds(said))]
    return sorted(wanted, key=lambda row: (not row.own, folded(row.name)))


def concept_names() -> list[str]:
    """What words may become a synonym of: every concept by its name."""
    return [row.name for row in known_words("", today=date.min)]


def concept_named(name: str) -> Concept:
    """The editors' row for a concept of this name, not saved when it is new. Raises ValidationError."""
    said = folded(name)
    row = next((row for row in known_words("", today=date.min) if said and folded(row.name) == said), None)
    if row is None:
        raise ValidationError(_("There is no concept “%(name)s”. Choose one of the list."), params={"name": name})
    if row.own:
        return Concept.objects.prefetch_related("expressions").get(pk=row.own[0].pk)
    return Concept(name=row.name, extends=row.id)


def _name(concept: LexiconConcept) -> str:
    return next(iter(concept.words.get("el") or next(iter(concept.words.values()), (concept.id,))))


def _meant(query: str, today: date) -> frozenset[str]:
    """Concepts that a query means, however it is typed."""
    try:
        plan = understand(query, Situation(answerer().vocabulary(), today))
    except AWAY:
        return frozenset()
    return frozenset(concept for slot in plan.slots for concept, weight in slot.concepts.items() if weight >= SURELY)


def said_elsewhere(concept: Concept) -> list[tuple[str, str]]:
    """Words of a concept that already name another one, with its name."""
    others: dict[str, str] = {}
    for other in shipped().concepts.values():
        for text in (text for texts in other.words.values() for text in texts):
            if other.id != id_of(concept):
                others.setdefault(folded(text), _name(other))
    for added in own_concepts():
        if added.pk != concept.pk and id_of(added) != id_of(concept):
            for text in texts_of(added):
                others.setdefault(folded(text), added.name)
    return [(text, others[folded(text)]) for text in texts_of(concept) if folded(text) in others]


def texts_of(concept: Concept) -> list[str]:
    """Everything by which a concept is called, its name first."""
    return [concept.name, *(expression.text for expression in concept.expressions.all())]


def try_concept(concept: Concept, *, today: date) -> Trial:
    """What readers would find with this concept as it stands in memory. Raises IndexMissing without an index."""
    here, lexicon = answerer(), with_concept(concept)
    saved = Concept.objects.filter(pk=concept.pk).first()
    texts = {*texts_of(concept), *(texts_of(saved) if saved else ())}
    held = engine().of_groups(engine().groups_with(keys_of_texts(texts))[:MOST_REREAD]).units
    there = Answerer(OtherWords(here.engine, held, lexicon), lambda: lexicon)
    own = [(concept.name, "el"), *((each.text, each.language) for each in concept.expressions.all())]
    return compare(here, there, own=own, others=_asked({folded(text) for text in texts}), today=today)


def _asked(own: set[str]) -> list[tuple[str, str, bool]]:
    """Graded queries of the editors, and the names of everything that search knows by itself; not the words tried."""
    graded = [(query, language, True) for query, language in GradedQuery.objects.values_list("query", "language")]
    names = [(concept.words["el"][0], "el", False) for concept in shipped().concepts.values() if "el" in concept.words]
    asked = {(folded(query), language): (query, language, known) for query, language, known in [*names, *graded]}
    return [each for (said, _language), each in asked.items() if said not in own]


def missed() -> list[Missed]:
    """What found nothing at least three times on two days, the most frequent first; the rest is nobody's business."""
    rows = (
        ZeroResult.objects.values("query", "language")
        .annotate(total=Sum("times"), days=Count("day"), last=Max("day"))
        .filter(total__gte=LEAST_TIMES, days__gte=LEAST_DAYS)
        .order_by("-total", "query")[:MOST_SHOWN]
    )
    return [Missed(row["query"], row["language"], row["total"], row["days"], row["last"]) for row in rows]
