"""Conditions, papers, languages and links of the demo's structures: only what a source says."""

from collections.abc import Iterable, Mapping
from typing import Any

from core.demo import by_language, set_words
from core.taxonomy import DocumentType, SpokenLanguage
from directory.models.conditions import (
    EligibilityRule,
    EligibilityRuleWords,
    RequiredDocument,
    RuleAnswer,
    RuleKind,
)
from directory.models.links import StructureLink
from directory.models.offers import LanguageOffer
from directory.models.structure import Structure

# Where a source names a place or a service, it says that living there or being sent by it is needed.
NAMED = {RuleKind.RESIDENCE: RuleAnswer.REQUIRED, RuleKind.REFERRAL: RuleAnswer.REQUIRED}


def load_parts(structure: Structure, row: Mapping[str, Any]) -> None:
    """What the sources say; what they leave out stays unknown. Rows of an earlier load are renewed."""
    for each in (structure.rules, structure.documents, structure.language_offers):
        each.all().delete()
    for place, rule in enumerate(row["eligibility_rules"]):
        made = EligibilityRule.objects.create(
            structure=structure,
            kind=rule["kind"],
            answer=NAMED.get(rule["kind"], ""),
            min_age=rule.get("min"),
            max_age=rule.get("max"),
            sort_order=place,
        )
        set_words(made, EligibilityRuleWords, "rule", by_language(rule.get("words") or {}, "text"))
    spoken = SpokenLanguage.objects.filter(slug__in=row["languages"] or [])
    LanguageOffer.objects.bulk_create(
        LanguageOffer(structure=structure, language=language, sort_order=place) for place, language in enumerate(spoken)
    )
    papers = DocumentType.objects.filter(slug__in=row["documents"] or [])
    RequiredDocument.objects.bulk_create(
        RequiredDocument(structure=structure, type=paper, sort_order=place) for place, paper in enumerate(papers)
    )


def load_links(rows: Iterable[Mapping[str, Any]]) -> None:
    """Links between structures, once all of them are there."""
    by_slug = {structure.slug: structure for structure in Structure.objects.all()}
    for row in rows:
        links = StructureLink.objects.filter(structure=by_slug[row["id"]])
        links.delete()
        StructureLink.objects.bulk_create(
            StructureLink(structure=by_slug[row["id"]], kind=link["type"], target=by_slug[link["to"]], sort_order=place)
            for place, link in enumerate(row["links"])
        )
