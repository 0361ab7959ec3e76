"""The demo's calendar of the mobile unit. No source names its visits: what stands here says that it is an example."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from django.utils import timezone

from core.demo import by_language, save_page, set_words
from core.taxonomy import Community
from directory.demo.words import MOBILE_NAMES, MOBILE_NOTES, MOBILE_WORDS
from directory.models.mobile import MobileUnit, MobileUnitWords, MobileVisit, MobileVisitWords
from directory.models.structure import Structure
from directory.pages.index import DirectoryIndexPage
from directory.pages.mobile import MobileCalendarPage

UNIT = "kiniti-monada"  # key of the structure in the file of facts
WEEKS = 4
# Day of the week (Monday is 0) and key of the community, as in the design.
PLAN = ((1, "e"), (3, "d"))


def load_unit(structure: Structure, names: Mapping[str, str]) -> MobileUnit:
    """The unit of a structure, called so in each language."""
    unit, _made = MobileUnit.objects.get_or_create(structure=structure)
    set_words(unit, MobileUnitWords, "unit", by_language(names, "name"))
    return unit


def load_mobile() -> int:
    """The page in both languages, and four weeks of example visits from the coming Monday on."""
    index = DirectoryIndexPage.objects.get(locale__language_code="el")
    save_page(MobileCalendarPage, index, slug={"el": "pote-erchetai", "en": "visits"}, words=MOBILE_WORDS)
    structure = Structure.objects.filter(slug=UNIT).first()
    communities = {term.slug: term for term in Community.objects.all()}
    if structure is None or not {slug for _day, slug in PLAN} <= set(communities):
        return 0
    unit = load_unit(structure, MOBILE_NAMES)
    unit.visits.all().delete()
    today = timezone.localdate()
    monday = today + timedelta(days=7 - today.weekday())
    for week in range(WEEKS):
        for weekday, slug in PLAN:
            day = monday + timedelta(days=7 * week + weekday)
            begin, end = (timezone.make_aware(datetime.combine(day, time(hour))) for hour in (10, 13))
            visit = MobileVisit.objects.create(unit=unit, start=begin, end=end, community=communities[slug])
            set_words(visit, MobileVisitWords, "visit", MOBILE_NOTES)
    return WEEKS * len(PLAN)
