"""The verbs of a request for contact, in the order of its life: submit, take, answer, close, erase, forget."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from core.access.codes import code_hash, code_hashes, made_code, read_code
from core.access.limits import Limit, spend
from core.audit import audit
from core.formats import day as written_day
from core.mail.services import write
from core.settings_models import HubSettings
from directory.models.contact import ContactRequest, ContactState, Said
from directory.selectors.hours import calendar

Person = Any  # the account of whoever is signed in
PURPOSE = "contact"
RIGHT = "directory.handle_contactrequest"
BACKEND = "django.contrib.auth.backends.ModelBackend"
WORKING_DAYS = 2
KEPT = timedelta(days=30)
WARNED = timedelta(days=25)
SAME = timedelta(minutes=10)  # the same words within this are the same request
REQUESTS = Limit("directory.contact", times=5, within=timedelta(hours=1))


class ContactRefused(ValidationError):
    """A step that is not possible from where the request is."""

    @classmethod
    def closed(cls) -> "ContactRefused":
        return cls(_("This request is closed."), code="closed")

    @classmethod
    def not_taken(cls) -> "ContactRefused":
        return cls(_("Take the request first, so that others know who answers."), code="not_taken")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the person is shown once: the code, the day until which somebody answers, the day on which all is gone."""

    code: str
    answer_by: date
    gone_on: date


def submit(said: Said, *, network: str, at: datetime, zone: ZoneInfo, suspect: bool = False) -> Receipt:
    """Keep what a person wrote and tell those who answer that something arrived, not what.

    The same words from the same network within ten minutes are the same request, and get the same code.
    Raises TooOften after five requests in an hour.
    """
    if known := repeated(said, network=network, at=at):
        return _receipt(known, said, zone)
    with transaction.atomic():
        # Counting locks the network's row, so of two that come at once the second finds the first.
        spend(REQUESTS, network, at=at)
        if known := repeated(said, network=network, at=at):
            return _receipt(known, said, zone)
        kept = ContactRequest(
            sealed=said.sealable(),
            fingerprint=_fingerprint(said, network),
            suspect=suspect,
            arrived=at,
            answer_by=calendar().working_day(at.astimezone(zone).date(), WORKING_DAYS),
        )
        receipt = _receipt(kept, said, zone)
        kept.code_hash = code_hash(PURPOSE, receipt.code)
        kept.save()
        _tell("contact_notice", at=at, until=kept.answer_by)
    return receipt


def repeated(said: Said, *, network: str, at: datetime) -> ContactRequest | None:
    """The request with the same words that this network sent within the last ten minutes."""
    same = ContactRequest.objects.unopened().filter(fingerprint=_fingerprint(said, network), arrived__gt=at - SAME)
    return same.first()


@transaction.atomic
def open_request(pk: int, *, by: Person) -> ContactRequest:
    """The request with its words; that somebody opened it is written down. Raises ContactRequest.DoesNotExist."""
    request = ContactRequest.objects.unopened().select_related("taken_by").get(pk=pk)
    audit(request, "directory.contact_opened", by=by)
    return request


@transaction.atomic
def take(request: ContactRequest, *, by: Person, at: datetime) -> None:
    """Somebody says that they answer; taking over from a colleague is the same step."""
    request = _locked_open(request)
    request.state, request.taken_by, request.taken_at, request.answered_at = ContactState.TAKEN, by, at, None
    _step(request, "directory.contact_taken", by)


@transaction.atomic
def answer(request: ContactRequest, *, by: Person, at: datetime) -> None:
    """The person has been answered."""
    request = _locked_open(request)
    if request.state == ContactState.NEW:
        raise ContactRefused.not_taken()
    request.state, request.answered_at = ContactState.ANSWERED, at
    _step(request, "directory.contact_answered", by)


@transaction.atomic
def close(request: ContactRequest, *, by: Person, at: datetime) -> None:
    """Nothing more will be done."""
    request = _locked_open(request)
    request.state, request.closed_at = ContactState.CLOSED, at
    _step(request, "directory.contact_closed", by)


@transaction.atomic
def erase_request(typed: str, *, by: Person = None) -> int:
    """Delete the request that belongs to a code, at once; 1, or 0 when the code belongs to none."""
    code = read_code(typed)
    found = ContactRequest.objects.unopened().filter(code_hash__in=code_hashes(PURPOSE, code)).first() if code else None
    if found is None:
        return 0
    audit(found, "directory.contact_erased", by=by)
    found.delete()
    return 1


def forget_requests(before: datetime) -> int:
    """Delete every request that arrived before a moment, whatever its state and even if its key is gone."""
    return ContactRequest.objects.unopened().filter(arrived__lt=before).delete()[0]


@transaction.atomic
def warn_handlers(at: datetime) -> int:
    """Say that requests will be deleted in five days while nobody has closed them; once for each. How many."""
    old = ContactRequest.objects.filter(arrived__lte=at - WARNED, warned_at__isnull=True)
    count = old.exclude(state=ContactState.CLOSED).update(warned_at=at)
    if count:
        _tell("contact_warning", at=at, until=(at + KEPT - WARNED).date(), count=count)
    return count


def _receipt(request: ContactRequest, said: Said, zone: ZoneInfo) -> Receipt:
    code = made_code(PURPOSE, f"{request.uuid}{said.sealable()}")
    return Receipt(code, request.answer_by, (request.arrived + KEPT).astimezone(zone).date())


def _fingerprint(said: Said, network: str) -> str:
    """By it the same words of the same network are known, until the network's name dies at midnight."""
    return salted_hmac("hub.directory.contact", f"{network}{said.sealable()}", algorithm="sha256").hexdigest()


def _locked_open(request: ContactRequest) -> ContactRequest:
    """The row as it is now, kept from others until the transaction ends.

    Raises ContactRefused when it is closed, or was erased by the person in the meantime.
    """
    row = ContactRequest.objects.unopened().select_for_update().filter(pk=request.pk).first()
    if row is None or row.state == ContactState.CLOSED:
        raise ContactRefused.closed()
    return row


def _step(request: ContactRequest, action: str, by: Person) -> None:
    request.save(update_fields=["state", "taken_by", "taken_at", "answered_at", "closed_at"])
    audit(request, action, by=by)


def _tell(kind: str, *, at: datetime, until: date, count: int = 1) -> None:
    """A letter to everybody who answers requests. It holds nothing of the person."""
    language = settings.LANGUAGE_CODE
    desk = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('directory_contacts')}"
    context = {"url": desk, "day": written_day(until, language), "count": count}
    for address in sorted(set(_addresses())):
        write(kind, to=address, language=language, context=context, at=at)


def _addresses() -> Iterable[str]:
    """Of those who answer; when none of them has an address, the hub's own."""
    people = get_user_model().objects.with_perm(RIGHT, backend=BACKEND, include_superusers=False)
    handlers = list(people.exclude(email="").values_list("email", flat=True))
    return handlers or HubSettings.objects.exclude(email="").values_list("email", flat=True)
