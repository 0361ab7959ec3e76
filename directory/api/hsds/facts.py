"""Who may come, what it costs, what to bring, in which languages, how structures are linked: as HSDS says it."""

from collections.abc import Iterator
from typing import Any

from core.formats import money
from core.terms import Term, terms_by_pk
from core.text import Phrase
from directory.api.hsds.identity import derived
from directory.api.hsds.reading import Reading, ServiceRow
from directory.api.hsds.written import Written, told
from directory.models.accessibility import MEASURED
from directory.models.choices import CostKind
from directory.models.offers import LanguageHow
from directory.models.place import Location
from directory.selectors.parts import Answer
from directory.selectors.rows import Said
from directory.sentences.accessibility import profiles
from directory.sentences.conditions import conditions
from directory.sentences.costs import cost
from directory.sentences.spoken import how_spoken

CURRENCY = "EUR"
INTERPRETED = (LanguageHow.INTERPRETER, LanguageHow.PHONE_INTERPRETER)


def condition_sentences(row: ServiceRow, to: Reading) -> tuple[str, str]:
    """All conditions as sentences; the language of words that another language had to lend."""
    words = {rule.pk: _lent(row.said.get(("rule", rule.pk), {}), to) for rule in row.parts.rules}
    said = conditions(row.parts.rules, {key: phrase for key, phrase in words.items() if phrase.text})
    borrowed = next((phrase.language for phrase in words.values() if phrase.language), "")
    return " ".join(sentence.text for sentence in said), borrowed


def fees(row: ServiceRow, to: Reading) -> str:
    """What it costs; empty while nobody knows."""
    structure = row.structure
    if structure.cost == CostKind.UNKNOWN:
        return ""
    return cost(structure.cost, structure.cost_amount, structure.cost_per, (), language=to.language)


def cost_options(row: ServiceRow, to: Reading) -> list[dict[str, Any]]:
    """An amount, or the groups for whom nothing is paid."""
    structure = row.structure
    if structure.cost_amount:
        return [
            told(
                {
                    "id": derived(structure.uuid, "cost"),
                    "currency": CURRENCY,
                    "amount": float(structure.cost_amount),
                    "amount_description": money(structure.cost_amount, to.language),
                    "x-per": structure.cost_per,
                }
            )
        ]
    groups = terms_by_pk("group", row.held.terms["free_for"], to.language)
    if not groups:
        return []
    said = cost(CostKind.FREE_FOR, None, "", groups, language=to.language)
    return [{"id": derived(structure.uuid, "free-for"), "option": said, "x-groups": [group.slug for group in groups]}]


def required_documents(row: ServiceRow, to: Reading) -> list[dict[str, Any]]:
    """Papers in the editors' order."""
    types = _terms("document", {paper.type for paper in row.parts.papers}, to)
    return [
        told(
            {
                "id": derived(row.structure.uuid, f"required_document:{types[paper.type].slug}"),
                "document": types[paper.type].name,
                "uri": paper.url,
                "x-code": types[paper.type].slug,
                "x-needed": paper.needed,
                "x-come-without": True if paper.come_without else None,
                "x-lang": _other(types[paper.type], to),
            }
        )
        for paper in row.parts.papers
    ]


def languages(row: ServiceRow, to: Reading) -> list[dict[str, Any]]:
    """Languages by ISO 639, sign languages too; the note says how, by which way and when."""
    spoken = _terms("language", {offer.language for offer in row.parts.offers}, to)
    return [
        told(
            {
                "id": derived(
                    row.structure.uuid, f"language:{spoken[offer.language].slug}:{offer.how}:{offer.channel}"
                ),
                "code": spoken[offer.language].slug,
                "name": spoken[offer.language].name,
                "note": how_spoken(offer, to.language),
                "x-how": offer.how,
                "x-channel": offer.channel,
                "x-opening-hours": offer.osm,
                "x-lang": _other(spoken[offer.language], to),
            }
        )
        for offer in row.parts.offers
    ]


def interpretation(row: ServiceRow, to: Reading) -> str:
    """Which languages come by an interpreter; empty where none does."""
    offers = [offer for offer in row.parts.offers if offer.how in INTERPRETED]
    spoken = _terms("language", {offer.language for offer in offers}, to)
    return "; ".join(f"{spoken[offer.language].name}: {how_spoken(offer, to.language)}" for offer in offers)


def links(row: ServiceRow) -> Iterator[dict[str, str]]:
    """Links to services that this API shows."""
    for link in row.parts.links:
        if link.outgoing and link.uuid in row.reachable:
            yield {"type": link.kind, "service_id": str(link.uuid)}


def accessibility(place: Location, answers: list[Answer], said: Said, to: Reading) -> list[dict[str, Any]]:
    """A row for each profile of which something is known; what is not known of it is said there too."""
    notes = {answer.pk: _lent(said.get(("seen", answer.pk), {}), to) for answer in answers}
    notes = {key: phrase for key, phrase in notes.items() if phrase.text}
    borrowed = next((phrase.language for phrase in notes.values() if phrase.language), "")
    return [
        told(
            {
                "id": derived(place.uuid, f"accessibility:{view.code}"),
                "location_id": str(place.uuid),
                "description": " ".join(each.text.text for each in (*view.known, *view.unknown)),
                "x-profile": view.code,
                "x-facts": [_fact(answer) for answer in answers if answer.question in view.questions],
                "x-lang": borrowed,
            }
        )
        for view in profiles(answers, notes)
        if view.known
    ]


def _fact(answer: Answer) -> dict[str, Any]:
    return told(
        {
            "question": answer.question,
            "answer": answer.answer,
            "measure": answer.measure,
            "unit": MEASURED.get(answer.question, "") if answer.measure else "",
            "seen_on": answer.seen_on.isoformat() if answer.seen_on else "",
        }
    )


def _lent(rows: Any, to: Reading) -> Phrase:
    """A small text in the nearest language; `language` only when it is another one."""
    written = Written(rows, to.language)
    return Phrase(written.say(lambda row: row[0]), written.borrowed)


def _terms(kind: str, pks: set[int], to: Reading) -> dict[int, Term]:
    return {term.pk: term for term in terms_by_pk(kind, pks, to.language)}


def _other(term: Term, to: Reading) -> str:
    return term.language if term.language != to.language else ""
