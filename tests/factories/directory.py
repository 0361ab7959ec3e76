"""Structures with what tests ask for; everything else is the least that is honest."""

from datetime import timedelta
from typing import Any

from core import taxonomy
from directory.models import (
    AccessibilityFact,
    AccessibilityFactWords,
    AccessPoint,
    CommunitiesPage,
    CommunityPage,
    ContactLine,
    CoveragePage,
    DirectoryIndexPage,
    EligibilityRule,
    EligibilityRuleWords,
    FinderAnswer,
    FinderAnswerWords,
    FinderPage,
    FinderQuestion,
    FinderQuestionWords,
    LanguageOffer,
    Location,
    LocationWords,
    MobileUnit,
    MobileUnitWords,
    MobileVisit,
    Organisation,
    OrganisationWords,
    RequiredDocument,
    Schedule,
    Structure,
    StructureLink,
    StructurePage,
)
from directory.services.outlines import read_borders, replace_outlines
from tests.factories import borders


def need(slug: str = "food", name: str = "Φαγητό", **fields: Any) -> taxonomy.Need:
    term, made = taxonomy.Need.objects.get_or_create(slug=slug, defaults=fields)
    if made:
        taxonomy.NeedWords.objects.create(term=term, language="el", name=name)
    return term


def group(slug: str = "everyone", name: str = "Όλοι") -> taxonomy.TargetGroup:
    term, made = taxonomy.TargetGroup.objects.get_or_create(slug=slug)
    if made:
        taxonomy.TargetGroupWords.objects.create(term=term, language="el", name=name)
    return term


def community(slug: str = "d", name: str = "Δ΄ Δημοτική Κοινότητα") -> taxonomy.Community:
    term, made = taxonomy.Community.objects.get_or_create(slug=slug)
    if made:
        taxonomy.CommunityWords.objects.create(term=term, language="el", name=name)
    return term


def outlines(*codes: str, schematic: bool = False) -> None:
    """A map of these communities: strips from west to east."""
    for code in codes:
        community(code)
    file = borders.written(borders.city(codes))
    replace_outlines(read_borders(file, schematic=schematic, source="Πηγή παραδείγματος"), by=None)


def organisation(slug: str = "body", name: str = "Φορέας παραδείγματος", **fields: Any) -> Organisation:
    found = Organisation.objects.filter(slug=slug).first()
    if found:
        return found
    body = Organisation.objects.create(slug=slug, **({"family": "municipal"} | fields))
    OrganisationWords.objects.create(organisation=body, language="el", name=name)
    return body


def location(slug: str = "place", *, city: str = "Πόλη", **fields: Any) -> Location:
    place = Location.objects.create(slug=slug, **({"street": "Οδός Παραδείγματος", "number": "1"} | fields))
    LocationWords.objects.create(location=place, language="el", city=city)
    return place


def structure(slug: str = "laundry", **fields: Any) -> Structure:
    """A structure with a need and a group, without any way in."""
    fields.setdefault("organisation", organisation())
    made = Structure.objects.create(slug=slug, **({"label": slug, "family": "municipal"} | fields))
    made.needs.set([need()])
    made.target_groups.set([group()])
    made.save()
    return made


def access_point(of: Structure, channel: str = "phone", *, osm: str = "", **fields: Any) -> AccessPoint:
    """A way in; `osm` gives it hours."""
    if channel in ("place", "outreach"):
        fields.setdefault("location", location(f"{of.slug}-{channel}"))
    point = AccessPoint.objects.create(structure=of, channel=channel, **fields)
    if osm:
        Schedule.objects.create(access_point=point, kind="hours", osm=osm)
    return point


def line(point: AccessPoint, number: str = "+302100000000", **fields: Any) -> ContactLine:
    return ContactLine.objects.create(access_point=point, number=number, **fields)


def rule(of: Structure, kind: str, *, words: str = "", **fields: Any) -> EligibilityRule:
    """A condition; `words` are Greek."""
    made = EligibilityRule.objects.create(structure=of, kind=kind, **fields)
    if words:
        EligibilityRuleWords.objects.create(rule=made, language="el", text=words)
    return made


def document_type(slug: str = "identity", name: str = "Ταυτότητα", note: str = "") -> taxonomy.DocumentType:
    term, made = taxonomy.DocumentType.objects.get_or_create(slug=slug)
    if made:
        taxonomy.DocumentTypeWords.objects.create(term=term, language="el", name=name, note=note)
    return term


def document(of: Structure, slug: str = "identity", name: str = "Ταυτότητα", **fields: Any) -> RequiredDocument:
    return RequiredDocument.objects.create(structure=of, type=document_type(slug, name), **fields)


def language(slug: str = "ar", name: str = "Αραβικά", **fields: Any) -> taxonomy.SpokenLanguage:
    term, made = taxonomy.SpokenLanguage.objects.get_or_create(slug=slug, defaults={"own_name": slug} | fields)
    if made:
        taxonomy.SpokenLanguageWords.objects.create(term=term, language="el", name=name)
    return term


def language_offer(of: Structure, slug: str = "ar", name: str = "Αραβικά", **fields: Any) -> LanguageOffer:
    return LanguageOffer.objects.create(structure=of, language=language(slug, name), **fields)


def seen(at: Location, question: str, answer: str = "yes", *, note: str = "", **fields: Any) -> AccessibilityFact:
    """What somebody saw of a place; `note` is Greek."""
    made = AccessibilityFact.objects.create(location=at, question=question, answer=answer, **fields)
    if note:
        AccessibilityFactWords.objects.create(fact=made, language="el", note=note)
    return made


def link(of: Structure, kind: str, target: Structure) -> StructureLink:
    return StructureLink.objects.create(structure=of, kind=kind, target=target)


def mobile_unit(of: Structure, name: str = "Κινητή μονάδα") -> MobileUnit:
    unit = MobileUnit.objects.create(structure=of)
    MobileUnitWords.objects.create(unit=unit, language="el", name=name)
    return unit


def visit(unit: MobileUnit, start: Any, *, hours: int = 3, **fields: Any) -> MobileVisit:
    fields.setdefault("community", community())
    return MobileVisit.objects.create(unit=unit, start=start, end=start + timedelta(hours=hours), **fields)


def index_page(home: Any, **fields: Any) -> DirectoryIndexPage:
    words = {"title": "Δομές", "slug": "domes", "locale": home.locale} | fields
    return home.add_child(instance=DirectoryIndexPage(**words))


def structure_page(index: DirectoryIndexPage, of: Structure, **fields: Any) -> StructurePage:
    words = {"title": of.label, "slug": of.slug, "summary": "Σύνοψη.", "locale": index.locale} | fields
    return index.add_child(instance=StructurePage(structure=of, **words))


def community_page(home: Any, term: taxonomy.Community) -> CommunityPage:
    words = {"title": "Κοινότητες", "slug": "koinotites", "locale": home.locale}
    above = CommunitiesPage.objects.filter(slug="koinotites").first() or home.add_child(
        instance=CommunitiesPage(**words)
    )
    page = CommunityPage(title=term.slug, slug=term.slug, community=term, locale=home.locale)
    return above.add_child(instance=page)


def coverage_page(index: DirectoryIndexPage) -> CoveragePage:
    return index.add_child(instance=CoveragePage(title="Κάλυψη", slug="kalypsi", locale=index.locale))


def finder_page(home: Any) -> FinderPage:
    return home.add_child(instance=FinderPage(title="Βοήθεια σε 4 ερωτήσεις", slug="voitheia", locale=home.locale))


def finder_question(aspect: str, text: str = "", **answers: dict[str, Any]) -> FinderQuestion:
    """A question with its answers: code → conditions, their many-to-many fields as lists."""
    order = ["need", "who", "how", "where"].index(aspect)
    question = FinderQuestion.objects.create(slug=f"finder-{aspect}", aspect=aspect, order=order)
    FinderQuestionWords.objects.create(question=question, language="el", text=text or f"Ερώτηση {aspect};")
    for place, (code, conditions) in enumerate(answers.items()):
        many = {name: conditions.pop(name) for name in ("needs", "groups", "also_groups") if name in conditions}
        answer = FinderAnswer.objects.create(question=question, code=code, sort_order=place, **conditions)
        FinderAnswerWords.objects.create(answer=answer, language="el", label=f"Απάντηση {code}")
        for name, terms in many.items():
            getattr(answer, name).set(terms)
        answer.save()
    return question
