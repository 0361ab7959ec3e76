"""Taxonomies and their terms: what classifies services, organisations and places."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Choices, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from core.snapshot import snapshot
from core.terms import Term, terms
from directory.api.hsds.identity import VOCABULARIES, derived
from directory.api.hsds.written import told
from directory.models.choices import Channel, Family


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One taxonomy: terms of editors (`kind`) or of the code (`choices`), and where structures hold them."""

    code: str
    name: Any
    description: Any
    lookup: str
    choices: type[Choices] | None = None

    @property
    def id(self) -> str:
        return derived(VOCABULARIES, self.code)


VOCABULARY = (
    Vocabulary("need", _("Needs"), _("What a person needs now."), "needs"),
    Vocabulary(
        "group",
        _("Target groups"),
        _("For whom a service is; the groups of article 2 of law 4430/2016 among them."),
        "target_groups",
    ),
    Vocabulary(
        "community",
        _("Municipal communities"),
        _("The parts of the city that a service comes to by name."),
        "access_points__communities",
    ),
    Vocabulary("channel", _("Channels"), _("How a person reaches a service."), "access_points__channel", Channel),
    Vocabulary("document", _("Documents"), _("Papers that a service may ask for."), "documents__type"),
    Vocabulary("family", _("Families"), _("The kinds of bodies of the network."), "family", Family),
)


@snapshot("directory.api.taxonomies", tags={"terms"})
def taxonomies(language: str) -> dict[str, dict[str, Any]]:
    """HSDS taxonomies by code."""
    with override(language):
        return {
            each.code: {"id": each.id, "name": str(each.name), "description": str(each.description)}
            for each in VOCABULARY
        }


@snapshot("directory.api.taxonomy_terms", tags={"terms"})
def taxonomy_terms(language: str) -> dict[tuple[str, str], dict[str, Any]]:
    """HSDS terms by taxonomy and code, in the editors' order."""
    with override(language):
        return {
            (each.code, term["code"]): term
            for each in VOCABULARY
            for term in (_chosen(each) or _edited(each, language))
        }


def attributes(owner: UUID, entity: str, named: Iterable[tuple[str, str]], language: str) -> list[dict[str, Any]]:
    """Links of an object to the terms with these taxonomies and codes."""
    known = taxonomy_terms(language)
    return [
        {
            "id": derived(owner, f"{code}:{term}"),
            "link_id": str(owner),
            "link_entity": entity,
            "link_type": code,
            "taxonomy_term_id": known[code, term]["id"],
            "taxonomy_term": known[code, term],
        }
        for code, term in named
        if (code, term) in known
    ]


def holds_term(term_id: UUID) -> Q | None:
    """Structures with the term of this id; None when there is no such term."""
    known = taxonomy_terms(settings.LANGUAGE_CODE)
    found = next((key for key, term in known.items() if term["id"] == str(term_id)), None)
    if found is None:
        return None
    vocabulary = next(each for each in VOCABULARY if each.code == found[0])
    return Q(**{vocabulary.lookup if vocabulary.choices else f"{vocabulary.lookup}__slug": found[1]})


def holds_taxonomy(taxonomy_id: UUID) -> Q | None:
    """Structures with any term of the taxonomy of this id; None when there is no such taxonomy."""
    found = next((each for each in VOCABULARY if each.id == str(taxonomy_id)), None)
    return Q(**{f"{found.lookup}__isnull": False}) if found else None


def _chosen(vocabulary: Vocabulary) -> list[dict[str, Any]]:
    return [
        {
            "id": derived(VOCABULARIES, f"{vocabulary.code}:{code}"),
            "code": code,
            "name": str(label),
            "description": str(label),
            "taxonomy_id": vocabulary.id,
        }
        for code, label in (vocabulary.choices.choices if vocabulary.choices else ())
    ]


def _edited(vocabulary: Vocabulary, language: str) -> list[dict[str, Any]]:
    return [_term(vocabulary, term, language) for term in terms(vocabulary.code, language)]


def _term(vocabulary: Vocabulary, term: Term, language: str) -> dict[str, Any]:
    return told(
        {
            "id": str(term.uuid),
            "code": term.slug,
            "name": term.name,
            "description": term.note or term.name,
            "taxonomy_id": vocabulary.id,
            "x-lang": term.language if term.language != language else "",
        }
    )
