"""Rules of what a structure holds beside its ways in; the form sees all of it together, the rows do not."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Any

from directory.models.choices import CostKind
from directory.models.conditions import DocumentNeed, RuleKind
from directory.models.links import LinkKind, StructureLink
from directory.models.structure import Structure
from directory.services.refusals import DirectoryRefused


def check_parts(structure: Structure) -> None:
    """Conditions, papers, cost, languages and links of a structure in memory. Raises ValidationError."""
    rules = list(structure.rules.all())
    for rule in rules:
        if rule.needs_words and not list(rule.words.all()):
            raise DirectoryRefused.without_words(rule)
    _once((rule.kind, rule) for rule in rules if rule.kind != RuleKind.OTHER)
    _check_papers(structure)
    offers = list(structure.language_offers.all())
    for offer in offers:
        offer.clean()
    _once(((offer.language_id, offer.how, offer.channel), offer) for offer in offers)
    if structure.cost != CostKind.FREE_FOR and list(structure.free_for.all()):
        raise DirectoryRefused.free_for_groups()
    _check_links(structure)


def _check_papers(structure: Structure) -> None:
    papers = list(structure.documents.all())
    _once((paper.type_id, paper) for paper in papers)
    must = [paper for paper in papers if paper.needed == DocumentNeed.ALWAYS and not paper.come_without]
    if structure.without_papers and must:
        raise DirectoryRefused.papers_against(must[0])


def _check_links(structure: Structure) -> None:
    links = list(structure.links.all())
    _once(((link.kind, link.target_id), link) for link in links)
    if any(structure.pk and link.target_id == structure.pk for link in links):
        raise DirectoryRefused.own_link()
    wholes = [link.target for link in links if link.kind == LinkKind.PART_OF]
    if not (structure.pk and wholes):
        return
    above = _wholes()
    for whole in wholes:
        if structure.pk in _all_above(whole.pk, above):
            raise DirectoryRefused.circle(part=structure, whole=whole)


def _wholes() -> dict[int, set[int]]:
    """Of what each structure is a part, by key; the links are few."""
    above: dict[int, set[int]] = defaultdict(set)
    for part, whole in StructureLink.objects.filter(kind=LinkKind.PART_OF).values_list("structure_id", "target_id"):
        above[part].add(whole)
    return above


def _all_above(start: int, above: dict[int, set[int]]) -> set[int]:
    found: set[int] = set()
    waiting = {start}
    while waiting:
        found |= waiting
        waiting = {whole for part in waiting for whole in above.get(part, ())} - found
    return found


def _once(keyed: Iterable[tuple[Hashable, Any]]) -> None:
    seen: set[Hashable] = set()
    for key, row in keyed:
        if key in seen:
            raise DirectoryRefused.twice(row)
        seen.add(key)
