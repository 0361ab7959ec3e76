"""Letters are written once, sent once, in order, and wait while the mail server is away."""

from datetime import UTC, datetime
from email import message_from_bytes
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult, get_date_max

from core.mail.models import MailState, OutgoingMail
from core.mail.selectors import OutboxState, outbox_state
from core.mail.services import CLAIM, PATIENCE, MailServerAway, deliver_waiting, write
from tests.smtp import MailServer

NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _letters(settings):
    template = {**settings.TEMPLATES[0]}
    template["DIRS"] = [*template["DIRS"], Path(__file__).parent / "templates"]
    settings.TEMPLATES = [template]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.DEFAULT_FROM_EMAIL = "Κόμβος <hub@example.org>"


@pytest.fixture
def server(settings):
    with MailServer() as running:
        settings.EMAIL_PORT = running.port
        yield running


def letter(title="Νέα πρόσκληση", to="a@example.org", **more):
    context = {"title": title, "url": "https://hub.example.org/?a=1&b=2"}
    return write("notice", to=to, language="el", context=context, at=NOON, **more)


@pytest.mark.django_db
def test_letter_has_text_and_html_and_a_way_out(server):
    written = letter(unsubscribe_url="https://hub.example.org/out/x")
    assert deliver_waiting(NOON) == 1
    message = message_from_bytes(server.letters[0])
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    text = message.get_payload(0).get_payload(decode=True).decode()
    assert text.strip() == "Νέα πρόσκληση: https://hub.example.org/?a=1&b=2"
    assert message["List-Unsubscribe"] == "<https://hub.example.org/out/x>"
    assert message["Message-ID"] == f"<{written.uuid}@example.org>"
    assert 'lang="el"' in message.get_payload(1).get_payload(decode=True).decode()


@pytest.mark.django_db
def test_subject_stays_one_line_whatever_is_typed():
    assert letter("Δύο\r\nBcc: x@example.org").subject == "Δύο Bcc: x@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        OutgoingMail.objects.create(kind="x", to="a@example.org", subject="a\nb", text="t", language="el", created=NOON)


@pytest.mark.django_db(transaction=True)
def test_letters_wait_while_the_server_is_away_and_go_out_once_in_order(settings):
    with MailServer() as server:
        settings.EMAIL_PORT = server.port
    for number in range(3):
        letter(f"Letter {number}")
    call_command("db_worker", "--batch", "--no-startup-delay", "--interval=0", "-v0")
    assert outbox_state() == OutboxState(waiting=3, refused=0)
    with MailServer(settings.EMAIL_PORT) as server:
        DBTaskResult.objects.update(run_after=get_date_max())
        call_command("db_worker", "--batch", "--no-startup-delay", "--interval=0", "-v0")
        subjects = [message_from_bytes(text)["Subject"] for text in server.letters]
    assert subjects == ["Letter 0", "Letter 1", "Letter 2"]
    assert outbox_state() == OutboxState(waiting=0, refused=0)


@pytest.mark.parametrize(
    ("of", "problem"),
    [({"to": "nobody@example.org"}, "SMTPRecipientsRefused"), ({"title": "unwanted words"}, "SMTPDataError")],
    ids=["to nobody", "with unwanted words"],
)
@pytest.mark.django_db
def test_letter_that_is_refused_does_not_hold_up_the_next(server, of, problem):
    refused, fine = letter(**of), letter(to="b@example.org")
    assert deliver_waiting(NOON) == 1
    refused.refresh_from_db()
    fine.refresh_from_db()
    assert (refused.state, refused.last_problem) == (MailState.REFUSED, problem)
    assert (fine.state, fine.sent) == (MailState.SENT, NOON)


@pytest.mark.django_db
def test_letter_that_the_server_takes_only_later_waits_and_does_not_hold_up_the_next(server):
    later, fine = letter(to="later@example.org"), letter(to="b@example.org")
    with pytest.raises(MailServerAway):
        deliver_waiting(NOON)
    later.refresh_from_db()
    fine.refresh_from_db()
    assert (later.state, later.claimed, later.last_problem) == (MailState.WAITING, None, "SMTPRecipientsRefused")
    assert fine.state == MailState.SENT
    assert deliver_waiting(NOON + PATIENCE * 2) == 0
    later.refresh_from_db()
    assert later.state == MailState.REFUSED


@pytest.mark.django_db
def test_letter_in_the_hands_of_another_worker_is_left_alone_until_that_one_must_be_dead(server):
    OutgoingMail.objects.filter(pk=letter().pk).update(claimed=NOON)
    assert deliver_waiting(NOON) == 0
    assert deliver_waiting(NOON + CLAIM * 2) == 1


@pytest.mark.django_db
def test_problem_of_the_server_is_noted_and_the_letter_keeps_waiting(settings):
    with MailServer() as server:
        settings.EMAIL_PORT = server.port
    written = letter()
    with pytest.raises(MailServerAway):
        deliver_waiting(NOON)
    written.refresh_from_db()
    assert (written.state, written.attempts, written.claimed) == (MailState.WAITING, 1, None)
    assert written.last_problem == "ConnectionRefusedError"
