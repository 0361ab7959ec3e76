"""Facts that texts may point to: phones, amounts, dates and figures, in one language, read once per process."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from core import formats
from core.hooks import Chip
from core.hub import hub
from core.snapshot import snapshot
from core.words import words_of
from directory.models.access import ContactLine
from directory.models.choices import CALLABLE, LineKind, Status
from home.models.projects import BudgetLine, Project
from home.selectors.project_facts import ProjectFacts, projects
from studies.models import Indicator
from studies.selectors.statistics import figures
from studies.sentences import headline


@snapshot("home.chips.phones", tags={"list:directory"})
def phones(language: str) -> Mapping[str, Chip]:
    """First number to call of each structure, and its first number for messages."""
    lines = ContactLine.objects.filter(access_point__isnull=False, kind__in=(*CALLABLE, LineKind.SMS))
    lines = lines.exclude(access_point__structure__status=Status.ENDED).select_related("access_point__structure")
    lines = lines.prefetch_related("access_point__structure__pages__locale")
    found: dict[str, Chip] = {}
    for line in lines.order_by("access_point__structure__slug", "access_point__sort_order", "sort_order"):
        chip = _line(line)
        found.setdefault(chip.key, chip)
    return found


@snapshot("home.chips.hub", tags={"settings", "site"})
def own_phones(language: str) -> Mapping[str, Chip]:
    """The hub's phone and the emergency number."""
    site = Site.objects.filter(is_default_site=True).first()
    own = hub(site.pk, language) if site else None
    if own is None:
        return {}
    with override(language):
        numbers = {"hub:phone": (_("Phone of the hub"), own.phone)}
        numbers["hub:emergency"] = (_("Emergency number"), own.emergency_number)
    given = {key: said for key, said in numbers.items() if said[1]}
    return {key: Chip(key, label, formats.phone(number), f"tel:{number}") for key, (label, number) in given.items()}


@snapshot("home.chips.projects", tags={"list:home", "list:directory", "publicity"})
def money_and_dates(language: str) -> Mapping[str, Chip]:
    """Budget and dates of projects; an amount that needs a note beside it is no chip."""
    names = dict(Project.objects.values_list("pk", "label"))
    with override(language):
        chips = [chip for facts in projects(language).values() for chip in _project(facts, names[facts.pk], language)]
    return {chip.key: chip for chip in chips}


@snapshot("home.chips.figures", tags={"list:studies"})
def newest_figures(language: str) -> Mapping[str, Chip]:
    """Newest figure of each indicator."""
    found: dict[str, Chip] = {}
    for indicator in Indicator.objects.prefetch_related("words", "observations"):
        known = figures(indicator, language)
        if known is not None:
            words = words_of(indicator, language)
            key = f"figure:{indicator.slug}"
            with override(language):
                found[key] = Chip(key, words.name if words else indicator.slug, headline(known, language).figure)
    return found


def _line(line: ContactLine) -> Chip:
    structure = line.access_point.structure
    titles = {page.locale.language_code: page.title for page in structure.pages.all()}
    label = titles.get(settings.LANGUAGE_CODE) or next(iter(titles.values()), structure.slug)
    if line.kind == LineKind.SMS:
        return Chip(f"phone:{structure.slug}:sms", f"{label} (SMS)", formats.phone(line.number), f"sms:{line.number}")
    return Chip(f"phone:{structure.slug}", label, formats.phone(line.number), f"tel:{line.number}")


def _project(facts: ProjectFacts, name: str, language: str) -> Iterable[Chip]:
    total = facts.amount(BudgetLine.Kind.TOTAL)
    if total and not total.note:
        label = _("%(project)s, total budget") % {"project": name}
        yield Chip(f"project:{facts.slug}:total", label, formats.money(total.amount, language))
    for part, written, label in (
        ("begins", facts.begins, _("%(project)s, beginning")),
        ("ends", facts.ends, _("%(project)s, end")),
    ):
        if written:
            key = f"project:{facts.slug}:{part}"
            yield Chip(key, label % {"project": name}, formats.partial_date(written, language))
