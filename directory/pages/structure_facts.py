"""What the page of a structure tells of whom it is for, what it costs, what to bring, whether one gets in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.formats import day
from core.terms import Term, terms_by_pk
from core.text import Phrase, written_in
from directory.models.choices import AREAS, Reach
from directory.models.conditions import RuleKind
from directory.models.links import LinkKind
from directory.selectors.shapes import PlaceSeen, Related, StructureDetail
from directory.sentences.accessibility import ProfileView, profiles, seen_on
from directory.sentences.conditions import age, conditions, unknown_conditions
from directory.sentences.costs import cost
from directory.sentences.linked import HEADINGS
from directory.sentences.papers import PaperGroup, paper_groups, without_papers
from directory.sentences.spoken import spoken

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlaceShow:
    """Accessibility of one place; its name stands above only where there are several."""

    address: str
    profiles: tuple[ProfileView, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class AccessShow:
    """Accessibility of all places to which people go."""

    places: tuple[PlaceShow, ...]

    @property
    def is_unknown(self) -> bool:
        """Whether nobody has answered a single question about any of them."""
        return all(profile.is_unknown for place in self.places for profile in place.profiles)


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    heading: Any
    items: tuple[Any, ...]


class FactsShow:
    """Facts in the form that components take; what is not known is said."""

    def __init__(self, detail: StructureDetail, conditions_in_words: Phrase, language: str):
        self.detail, self.conditions_in_words, self.language = detail, conditions_in_words, language

    @property
    def who(self) -> list[dict[str, Any]]:
        """For whom, conditions, cost, languages, area."""
        detail = self.detail
        years = age(*detail.parts.ages)
        rows = [
            {"term": _("For whom"), "lines": names(detail.groups)},
            {"term": _("Age"), "text": years} if years else None,
            {"term": _("Conditions"), "lines": self._conditions()},
            {"term": _("Cost"), "lines": self._cost()},
            {"term": _("Languages"), "lines": self._languages()},
            {"term": pgettext("area that is served", "Area"), "lines": self._area()},
        ]
        return [row for row in rows if row]

    @property
    def papers(self) -> list[PaperGroup]:
        papers = self.detail.parts.papers
        return paper_groups(papers, self._terms("document", {paper.type for paper in papers}))

    @property
    def without_papers(self) -> str:
        return without_papers(known=self.detail.without_papers, papers=self.detail.parts.papers)

    @property
    def access(self) -> AccessShow:
        """What is known of each place to which people go."""
        places = self.detail.places
        return AccessShow(tuple(self._place(place, named=len(places) > 1) for place in places))

    @property
    def related(self) -> list[RelatedGroup]:
        return grouped(self.detail.related, of=lambda each: each)

    @property
    def instead(self) -> tuple[Related, ...]:
        """Where people go while it is closed; nothing while it is open or nobody knows."""
        if self.detail.state.state != "closed":
            return ()
        return tuple(each for each in self.detail.related if each.kind == LinkKind.INSTEAD_OF and each.outgoing)

    def _conditions(self) -> list[Phrase]:
        rules = [rule for rule in self.detail.parts.rules if rule.kind != RuleKind.AGE]
        said = conditions(rules, self.detail.rule_words)
        if self.conditions_in_words.text:
            said.append(self.conditions_in_words)
        if not said and not self.detail.parts.rules:
            said.append(Phrase(unknown_conditions()))
        return said

    def _cost(self) -> list[Phrase]:
        """The sentence, then what the source says itself."""
        detail = self.detail
        said = [Phrase(cost(detail.cost, detail.cost_amount, detail.cost_per, detail.free_for, language=self.language))]
        if detail.cost_wording:
            said += [Phrase(_("Our source says:")), Phrase(f"«{detail.cost_wording}»", written_in(detail.cost_wording))]
        return said

    def _languages(self) -> list[Phrase]:
        offers = self.detail.parts.offers
        said = spoken(offers, self._terms("language", {offer.language for offer in offers}), self.language)
        return said or [Phrase(_("We do not know."))]

    def _area(self) -> list[Phrase]:
        ways = [way for way in self.detail.ways if way.own]
        if self.detail.reach != Reach.CITY or any(way.citywide for way in ways) or not ways:
            return [Phrase(str(AREAS[self.detail.reach]))]
        return names(dict.fromkeys(community for way in ways for community in way.communities))

    def _place(self, place: PlaceSeen, *, named: bool) -> PlaceShow:
        days = seen_on(place.answers)
        said = ""
        if days:
            first, last = (day(each, self.language) for each in days)
            said = _("We looked on %(day)s.") % {"day": last}
            if first != last:
                said = _("We looked between %(first)s and %(last)s.") % {"first": first, "last": last}
        return PlaceShow(place.address if named else "", tuple(profiles(place.answers, place.notes)), said)

    def _terms(self, kind: str, pks: set[int]) -> dict[int, Term]:
        return {term.pk: term for term in terms_by_pk(kind, pks, self.language)}


def grouped(items: Iterable[T], *, of: Callable[[T], Related]) -> list[RelatedGroup]:
    """Other structures, or what `of` finds one in, under headings in the order in which readers need them."""
    found: dict[tuple[str, bool], list[T]] = {direction: [] for direction in HEADINGS}
    for item in items:
        found[of(item).kind, of(item).outgoing].append(item)
    return [RelatedGroup(HEADINGS[direction], tuple(kept)) for direction, kept in found.items() if kept]


def link_words(related: Related) -> Any:
    """How it is linked, in the words of a heading."""
    return HEADINGS[related.kind, related.outgoing]


def names(named: Iterable[Any]) -> list[Phrase]:
    """Terms and bodies by their names, each in its own language."""
    return [Phrase(each.name, each.language) for each in named]
