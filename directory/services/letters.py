"""Letters to bodies: is what we say of your structures still true? One letter a body, a signed address a structure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation

from core.formats import day as written_day
from core.mail.services import write
from directory.checks import LETTER_BEFORE, SECOND_LETTER_AFTER, fact_hash
from directory.models.choices import Status
from directory.models.organisation import Organisation
from directory.models.structure import Structure
from directory.models.verification import CheckLetter, ReaderReport
from directory.verify_links import write_link

KIND = "verify"


@dataclass(frozen=True, slots=True)
class AskedStructure:
    """One structure in a letter. `last_check` is in words, empty when nobody has confirmed it yet."""

    title: str
    url: str
    last_check: str
    doubt: str = ""


def send_due_letters(*, at: datetime, zone: ZoneInfo) -> int:
    """Ask bodies ten days before a structure is due, and again a week after; return how many letters were written.

    A letter for the same day is never written twice, however often this runs.
    """
    today = at.astimezone(zone).date()
    first = _due_by(today + LETTER_BEFORE)
    second = {structure.pk for structure in _due_by(today - SECOND_LETTER_AFTER)}
    asked: dict[Organisation, list[Structure]] = defaultdict(list)
    with transaction.atomic():
        for structure in first:
            kind = CheckLetter.Kind.SECOND if structure.pk in second else CheckLetter.Kind.FIRST
            if _once(structure, kind, structure.next_check_on, at):
                asked[structure.organisation].append(structure)
        for body, structures in asked.items():
            _write(body, structures, at=at)
    return len(asked)


@transaction.atomic
def ask_again(structure: Structure, *, at: datetime, zone: ZoneInfo) -> bool:
    """A new link to the same address, once a day; False when it cannot or need not be written."""
    body = structure.organisation
    if not body.email or not _once(structure, CheckLetter.Kind.AGAIN, at.astimezone(zone).date(), at):
        return False
    _write(body, [structure], at=at)
    return True


@transaction.atomic
def ask_about_report(report: ReaderReport, *, at: datetime, zone: ZoneInfo) -> bool:
    """Tell the body what kind of thing a reader doubts, never the reader's words; once a day for a structure."""
    structure = report.structure
    body = structure.organisation
    if not body.email or not _once(structure, CheckLetter.Kind.REPORT, at.astimezone(zone).date(), at):
        return False
    with translation.override(body.letter_language):
        doubt = str(report.get_kind_display())
    _write(body, [structure], at=at, doubt=doubt)
    report.asked = at
    report.save(update_fields=["asked"])
    return True


def _due_by(day: date) -> QuerySet[Structure]:
    return (
        Structure.objects.filter(next_check_on__lte=day)
        .exclude(status=Status.ENDED)
        .exclude(organisation__email="")
        .select_related("organisation")
        .prefetch_related("pages__locale", "organisation__words")
        .order_by("organisation_id", "label")
    )


def _once(structure: Structure, kind: str, due: date | None, at: datetime) -> bool:
    """Note the letter; False when it was written before."""
    return CheckLetter.objects.get_or_create(structure=structure, kind=kind, due=due, defaults={"sent": at})[1]


def _write(body: Organisation, structures: Iterable[Structure], *, at: datetime, doubt: str = "") -> None:
    language = body.letter_language
    rows = tuple(_asked(structure, language, at, doubt) for structure in structures)
    write(KIND, to=body.email, language=language, context={"structures": rows, "body": str(body)}, at=at)


def _asked(structure: Structure, language: str, at: datetime, doubt: str) -> AskedStructure:
    titles = {page.locale.language_code: page.title for page in structure.pages.all()}
    token = write_link(structure.uuid, fact_hash(structure), at=at)
    with translation.override(language):
        path = reverse("directory:verify", args=[token])
    return AskedStructure(
        title=titles.get(language) or titles.get(settings.LANGUAGE_CODE) or structure.label,
        url=f"{settings.WAGTAILADMIN_BASE_URL}{path}",
        last_check=written_day(structure.checked_on, language) if structure.checked_on else "",
        doubt=doubt,
    )
