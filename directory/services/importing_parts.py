"""Cells of a table that hold whole lists: languages, documents, conditions. What stays keeps its row."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from core import taxonomy
from directory.models.conditions import EligibilityRule, RequiredDocument, RuleKind
from directory.models.offers import LanguageOffer
from directory.models.structure import Structure
from directory.tables.columns import LIST_MARK, PART, rule_text


def named(model: Any, text: str) -> list[Any]:
    """Terms by the codes of a cell."""
    return list(model.objects.filter(slug__in=[code for code in text.split(LIST_MARK) if code]))


def _set_languages(structure: Structure, text: str) -> None:
    """What is known of a language that stays is kept; of a new one only that it is spoken."""
    spoken = named(taxonomy.SpokenLanguage, text)
    kept = [offer for offer in structure.language_offers.all() if offer.language in spoken]
    known = {offer.language_id for offer in kept}
    new = [LanguageOffer(language=language) for language in spoken if language.pk not in known]
    structure.language_offers = [*kept, *new]  # type: ignore[misc]  # -- a child relation of modelcluster


def _set_documents(structure: Structure, text: str) -> None:
    kept = {paper.type.slug: paper for paper in structure.documents.all()}
    types = {term.slug: term for term in taxonomy.DocumentType.objects.all()}
    papers = []
    for place, cell in enumerate(each for each in text.split(LIST_MARK) if each):
        code, _mark, needed = cell.partition(PART)
        paper = kept.get(code) or RequiredDocument(type=types[code])
        paper.needed, paper.sort_order = needed, place
        papers.append(paper)
    structure.documents = papers  # type: ignore[misc]  # -- a child relation of modelcluster


def _set_rules(structure: Structure, text: str) -> None:
    """A condition of the same code keeps its words; one that has only words cannot be made here."""
    kept: dict[str, list[EligibilityRule]] = defaultdict(list)
    for rule in structure.rules.all():
        kept[rule_text(rule)].append(rule)
    rules = []
    for place, code in enumerate(each for each in text.split(LIST_MARK) if each):
        rule = kept[code].pop(0) if kept[code] else _new_rule(code)
        rule.sort_order = place
        rules.append(rule)
    structure.rules = rules  # type: ignore[misc]  # -- a child relation of modelcluster


def _new_rule(code: str) -> EligibilityRule:
    kind, _mark, answer = code.partition(":")
    if kind != RuleKind.AGE:
        return EligibilityRule(kind=kind, answer=answer)
    low, high = (int(age) if age else None for age in answer.split("-", 1))
    return EligibilityRule(kind=kind, min_age=low, max_age=high)


PARTS: dict[str, Callable[[Structure, str], None]] = {
    "languages": _set_languages,
    "documents": _set_documents,
    "eligibility": _set_rules,
}
