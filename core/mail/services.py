"""Writing letters and handing them over."""

import smtplib
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import translation

from core.mail.models import MailState, OutgoingMail
from core.mail.tasks import deliver
from core.queue import enqueue_on_commit

PERMANENT = 500  # replies of a mail server from here on
CLAIM = timedelta(minutes=10)  # a worker that took a letter so long ago is dead
PATIENCE = timedelta(days=2)  # who takes a letter “later” for so long does not take it


class MailServerAway(Exception):
    """The server did not answer: the letters wait, and the queue comes back to them."""


def write(
    kind: str, *, to: str, language: str, context: dict[str, Any], at: datetime, unsubscribe_url: str = ""
) -> OutgoingMail:
    """Write a letter from the templates `mail/<kind>.subject.txt`, `.txt` and `.html`, and queue it.

    Letter and task belong to the transaction of the caller. The person's language decides the words.
    """
    with translation.override(language), transaction.atomic():
        letter = OutgoingMail.objects.create(
            kind=kind,
            to=to,
            language=language,
            subject=" ".join(render_to_string(f"mail/{kind}.subject.txt", context).split())[:200],
            text=render_to_string(f"mail/{kind}.txt", context),
            html=render_to_string(f"mail/{kind}.html", context),
            unsubscribe_url=unsubscribe_url,
            created=at,
        )
        enqueue_on_commit(deliver)
    return letter


def deliver_waiting(at: datetime) -> int:
    """Hand over every waiting letter in the order of writing. Return how many went out.

    A letter that the server refuses for good is marked; one that it takes only later waits, and does not hold up
    the next. Raises MailServerAway when letters wait for the server, so that the queue comes back to them.
    """
    sent, put_off = 0, []
    connection = None
    while (letter := _claim_next(at)) is not None:
        try:
            connection = connection or _opened()
            _hand_over(letter, connection)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError) as error:
            problem = type(error).__name__
            if _is_for_good(error) or at - letter.created > PATIENCE:
                _settle(letter, state=MailState.REFUSED, last_problem=problem)
            else:
                put_off.append((letter, problem))  # still claimed, so that this run does not take it again
        except (OSError, smtplib.SMTPException) as error:
            _settle(letter, last_problem=type(error).__name__)
            raise MailServerAway(type(error).__name__) from error
        else:
            _settle(letter, state=MailState.SENT, sent=at)
            sent += 1
    if connection is not None:
        connection.close()
    for letter, problem in put_off:
        _settle(letter, last_problem=problem)
    if put_off:
        raise MailServerAway(f"{len(put_off)} letters put off")
    return sent


def forget_letters(before: datetime) -> int:
    """Delete letters that were written before a moment and wait no more; how many."""
    return OutgoingMail.objects.exclude(state=MailState.WAITING).filter(created__lt=before).delete()[0]


def erase_letters(address: str) -> int:
    """Delete every letter to an address, sent or not; how many."""
    return OutgoingMail.objects.filter(to__iexact=address.strip()).delete()[0]


def _claim_next(at: datetime) -> OutgoingMail | None:
    """Take the first waiting letter so that no other worker sends it too."""
    free = Q(claimed__isnull=True) | Q(claimed__lt=at - CLAIM)
    while letter := OutgoingMail.objects.filter(free, state=MailState.WAITING).first():
        mine = OutgoingMail.objects.filter(free, pk=letter.pk, state=MailState.WAITING)
        if mine.update(claimed=at, attempts=letter.attempts + 1):
            letter.attempts += 1
            return letter
    return None


def _opened() -> BaseEmailBackend:
    connection = get_connection()
    connection.open()
    return connection


def _hand_over(letter: OutgoingMail, connection: BaseEmailBackend) -> None:
    # The same Message-ID on every attempt: who got it twice after a crash sees it once.
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">")
    headers = {"Message-ID": f"<{letter.uuid}@{domain}>", "Content-Language": letter.language}
    if letter.unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{letter.unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message = EmailMultiAlternatives(
        letter.subject, letter.text, to=[letter.to], headers=headers, connection=connection
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    message.send()


def _is_for_good(refusal: smtplib.SMTPException) -> bool:
    """Whether this letter will never be taken. 4xx is “later” (RFC 5321, 4.2.1): some say so to strangers first."""
    match refusal:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return all(code >= PERMANENT for code, _said in refused.values())
        case smtplib.SMTPDataError(smtp_code=code):
            return bool(code >= PERMANENT)
    return False


def _settle(letter: OutgoingMail, **values: Any) -> None:
    OutgoingMail.objects.filter(pk=letter.pk).update(claimed=None, **values)
