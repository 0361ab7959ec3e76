"""A request for contact: sealed, told to nobody but those who answer, found again by its code, gone on its day."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from cryptography.fernet import Fernet
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import IntegrityError, connection
from wagtail.models import ModelLogEntry

from core.access.limits import TooOften
from core.editing.services import sync_roles
from core.mail.models import OutgoingMail
from core.privacy import erase, purge
from core.settings_models import HubSettings
from directory.models import ContactRequest
from directory.models.contact import ContactState, Said
from directory.services.contact import (
    ContactRefused,
    answer,
    close,
    erase_request,
    open_request,
    submit,
    take,
    warn_handlers,
)
from home.roles import HANDLER
from tests.conftest import NOON

pytestmark = pytest.mark.django_db
ATHENS = ZoneInfo("Europe/Athens")
SECRET = "Μένω στην οδό Παραδείγματος και φοβάμαι"
SAID = Said(text=SECRET, name="Μαρία", phone="+302100000000", safe_call="yes", safe_message="no")
MINUTE = timedelta(minutes=1)


def sent(said=SAID, *, network="a", at=NOON, **more):
    return submit(said, network=network, at=at, zone=ATHENS, **more)


@pytest.fixture
def handler():
    sync_roles()
    user = get_user_model().objects.create_user("worker", email="worker@example.org")
    user.groups.add(Group.objects.get(name=HANDLER.name))
    return user


def raw_tables():
    """Every text of the tables that a request reaches, as somebody reads them who stole the database."""
    with connection.cursor() as cursor:
        for table in ("directory_contactrequest", "core_outgoingmail", "wagtailcore_modellogentry", "core_spending"):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 -- the names are ours
            for row in cursor.fetchall():
                yield from (str(value) for value in row)


def test_request_is_promised_an_answer_on_the_second_working_day():
    # Thursday before Orthodox Good Friday: Friday and Monday are holidays.
    receipt = sent(at=NOON.replace(month=4, day=29))
    assert receipt.answer_by == date(2027, 5, 5)
    assert sent().answer_by == date(2027, 5, 6)
    assert sent(network="b").gone_on == date(2027, 6, 3)


def test_nothing_written_can_be_read_in_the_database_or_in_a_letter(handler):
    receipt = sent()
    open_request(ContactRequest.objects.get().pk, by=handler)
    stored = "\n".join(raw_tables())
    for word in (SECRET, "Παραδείγματος", "Μαρία", "302100000000", "Said", receipt.code):
        assert word not in stored
    assert ContactRequest.objects.get().opened() == SAID


def test_same_words_within_ten_minutes_are_one_request_with_one_code():
    first = sent()
    assert sent(at=NOON + 9 * MINUTE).code == first.code
    assert ContactRequest.objects.count() == 1
    assert sent(at=NOON + 10 * MINUTE).code != first.code
    assert sent(network="b").code != first.code
    assert ContactRequest.objects.count() == 3


def test_sixth_request_of_a_network_within_an_hour_is_refused_but_not_a_repeated_one():
    codes = [sent(Said(text=str(number), comes=True)).code for number in range(5)]
    with pytest.raises(TooOften):
        sent()
    assert sent(Said(text="0", comes=True)).code == codes[0]
    assert sent(at=NOON + timedelta(hours=1)).code


def test_those_who_answer_get_a_letter_without_a_word_of_it(handler, homes):
    sent()
    letter = OutgoingMail.objects.get()
    assert letter.to == "worker@example.org"
    assert "6 Μαΐου 2027" in letter.text
    assert "/admin/contacts/" in letter.text


def test_letter_goes_to_the_hub_when_nobody_who_answers_has_an_address(homes):
    HubSettings.objects.update(email="hub@example.org")
    sent()
    assert OutgoingMail.objects.get().to == "hub@example.org"


def test_request_that_its_person_erased_meanwhile_is_closed_to_the_desk(handler):
    sent()
    request = ContactRequest.objects.unopened().get()
    ContactRequest.objects.unopened().all().delete()
    with pytest.raises(ContactRefused) as refused:
        take(request, by=handler, at=NOON)
    assert refused.value.code == "closed"


def test_request_goes_from_new_to_taken_to_answered_to_closed(handler):
    sent()
    request = ContactRequest.objects.get()
    with pytest.raises(ContactRefused) as refused:
        answer(request, by=handler, at=NOON)
    assert refused.value.code == "not_taken"
    take(request, by=handler, at=NOON)
    answer(request, by=handler, at=NOON)
    close(request, by=handler, at=NOON)
    for verb in (take, answer, close):
        with pytest.raises(ContactRefused) as refused:
            verb(request, by=handler, at=NOON)
        assert refused.value.code == "closed"
    done = list(ModelLogEntry.objects.order_by("pk").values_list("action", "user", "label"))
    name = str(request)
    assert done == [
        ("directory.contact_taken", handler.pk, name),
        ("directory.contact_answered", handler.pk, name),
        ("directory.contact_closed", handler.pk, name),
    ]


@pytest.mark.parametrize(
    "impossible",
    [
        {"state": ContactState.TAKEN},
        {"state": ContactState.ANSWERED, "taken_at": NOON},
        {"state": ContactState.CLOSED},
        {"closed_at": NOON},
        {"taken_at": NOON},
        {"code_hash": ""},
    ],
)
def test_database_refuses_a_state_without_its_moment(impossible):
    sent()
    with pytest.raises(IntegrityError):
        ContactRequest.objects.update(**impossible)


def test_each_opening_is_written_down(handler):
    sent()
    pk = ContactRequest.objects.get().pk
    assert open_request(pk, by=handler).opened() == SAID
    open_request(pk, by=handler)
    opened = ModelLogEntry.objects.filter(action="directory.contact_opened", user=handler)
    assert opened.count() == 2


@pytest.mark.parametrize("typed", [str.lower, lambda code: f" {code[:4]}-{code[4:]} "])
def test_code_erases_its_request_however_it_is_written(typed):
    code = sent().code
    sent(Said(text="other", comes=True))
    assert erase_request(typed(code)) == 1
    assert erase_request(code) == 0
    assert ContactRequest.objects.count() == 1


@pytest.mark.parametrize("typed", ["", "K7XP49TM", "nonsense", "0" * 5000])
def test_other_codes_erase_nothing(typed):
    sent()
    assert erase_request(typed) == 0
    assert ContactRequest.objects.exists()


def test_command_of_privacy_erases_by_code():
    assert erase(sent().code) == {"contact_requests": 1}
    assert not ContactRequest.objects.exists()


def test_request_is_gone_thirty_days_after_it_arrived_whatever_its_state(handler):
    sent()
    take(ContactRequest.objects.get(), by=handler, at=NOON)
    due = NOON + timedelta(days=30)
    list(purge(due))
    assert ContactRequest.objects.exists()
    list(purge(due + timedelta(seconds=1)))
    assert not ContactRequest.objects.exists()


def test_request_whose_key_is_destroyed_is_listed_lost_and_deleted(settings, handler):
    sent()
    settings.HUB_FIELD_KEYS = [Fernet.generate_key().decode()]
    assert open_request(ContactRequest.objects.unopened().get().pk, by=handler).state == ContactState.NEW
    list(purge(NOON + timedelta(days=31)))
    assert not ContactRequest.objects.unopened().exists()


def test_those_who_answer_are_warned_once_on_day_25(handler):
    sent()
    OutgoingMail.objects.all().delete()
    warned_on = NOON + timedelta(days=25)
    assert warn_handlers(warned_on - MINUTE) == 0
    assert warn_handlers(warned_on) == 1
    assert warn_handlers(warned_on) == 0
    assert "3 Ιουνίου 2027" in OutgoingMail.objects.get().text


def test_closed_request_needs_no_warning(handler):
    sent()
    close(ContactRequest.objects.get(), by=handler, at=NOON)
    assert warn_handlers(NOON + timedelta(days=26)) == 0


def test_keys_are_rotated_and_the_old_one_can_be_destroyed(settings, capsys):
    sent()
    new = Fernet.generate_key().decode()
    settings.HUB_FIELD_KEYS = [new, *settings.HUB_FIELD_KEYS]
    call_command("directory_rotate_keys")
    assert "1 sealed anew, 0 without a key" in capsys.readouterr().out
    settings.HUB_FIELD_KEYS = [new]
    assert ContactRequest.objects.get().opened() == SAID


def test_request_without_any_key_is_named_by_the_rotation(settings):
    sent()
    settings.HUB_FIELD_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(SystemExit):
        call_command("directory_rotate_keys")


def test_new_key_is_printed_and_nothing_is_changed(capsys):
    call_command("directory_rotate_keys", "--new")
    assert Fernet(capsys.readouterr().out.strip())
