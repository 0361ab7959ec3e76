"""What the privacy page says is what is done: one rule for both, and one that fails stops no other."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation
from wagtail import hooks

from core.hooks import Retention
from core.mail.models import MailState, OutgoingMail
from core.privacy import Purged, promises, purge, rules

pytestmark = pytest.mark.django_db
NOON = datetime(2027, 5, 4, 9, 0, tzinfo=UTC)


def letter(to="a@example.org", state=MailState.SENT, created=NOON):
    sent = created if state == MailState.SENT else None
    return OutgoingMail.objects.create(
        kind="x", to=to, subject="s", text="t", language="el", created=created, state=state, sent=sent
    )


def rule(name, act, **more):
    return Retention(name, 1, "Notes", timedelta(days=30), "Deleted.", act, **more)


def test_letters_go_thirty_days_after_they_were_sent_and_never_while_they_wait():
    letter(created=NOON - timedelta(days=30, seconds=1))
    kept = letter(created=NOON - timedelta(days=30))
    waiting = letter(created=NOON - timedelta(days=60), state=MailState.WAITING)
    done = {each.name: each for each in purge(NOON)}
    assert done["letters"] == Purged("letters", rows=1)
    assert list(OutgoingMail.objects.all()) == [kept, waiting]


def test_page_says_the_age_that_is_acted_on():
    seen = []
    with hooks.register_temporarily("hub_purge", lambda: rule("notes", lambda before: seen.append(before) or 0)):
        with translation.override("en"):
            said = promises()[0]
        list(purge(NOON))
    assert (said.what, said.kept, said.then) == ("Notes", "30 days", "Deleted.")
    assert seen == [NOON - timedelta(days=30)]


def test_rule_that_fails_is_told_and_stops_no_other():
    def broken(before):
        letter()
        raise RuntimeError

    with hooks.register_temporarily("hub_purge", lambda: rule("broken", broken)):
        out = StringIO()
        with pytest.raises(SystemExit, match="1"):
            call_command("privacy_purge", "--json", stdout=out)
    done = json.loads(out.getvalue())
    assert [each["name"] for each in done if each["failed"]] == ["broken"]
    assert len(done) == len(rules()) + 1
    assert not OutgoingMail.objects.exists()


def test_rule_warns_before_it_acts():
    with hooks.register_temporarily("hub_purge", lambda: rule("notes", lambda before: 0, warn=lambda now: 2)):
        assert next(purge(NOON)) == Purged("notes", rows=0, warned=2)


def test_what_belongs_to_an_address_is_erased_at_once():
    letter("Maria@example.org", state=MailState.WAITING)
    other = letter("nikos@example.org")
    out = StringIO()
    call_command("privacy_erase", "maria@example.org", stdout=out)
    assert out.getvalue() == "letters: 1 removed\n"
    assert list(OutgoingMail.objects.all()) == [other]
    with pytest.raises(CommandError, match="Nothing is kept"):
        call_command("privacy_erase", "maria@example.org")
