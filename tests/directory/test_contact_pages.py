"""The form of those who cannot phone: nothing is lost, nothing is chosen for them; the desk of those who answer."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import ModelLogEntry

from core.access import proofs
from core.editing.services import sync_roles
from core.mail.models import OutgoingMail
from directory.models import ContactRequest
from home.roles import ADMINISTRATOR, EDITOR, HANDLER
from tests.factories import directory as make

pytestmark = pytest.mark.django_db
FORM, ERASE = "/en/contact-request/", "/en/contact-request/erase/"
WORDS = {"text": "The heating was cut", "email": "a@example.org", "hours": "mornings", "consent": "on"}


@pytest.fixture(autouse=True)
def _seven_and_three(monkeypatch, homes):
    """The question is drawn; its answer must be known here."""
    monkeypatch.setattr(proofs, "two_numbers", lambda: (7, 3))


def proved(client, address=FORM, answer="ten"):
    """The two fields of a reader without script."""
    page = client.get(address).content.decode()
    return {"seal": re.search(r'name="seal" value="([^"]+)"', page)[1], "answer": answer}


def sent(client, **fields):
    return client.post(FORM, WORDS | proved(client) | fields)


def code_of(answer):
    return re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", answer.content.decode())[0]


def sign_in(client, role):
    sync_roles()
    user = get_user_model().objects.create_user(role.slug)
    user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)
    return user


def test_form_chooses_nothing_beforehand_and_sets_no_cookie(client):
    answer = client.get(FORM)
    assert "checked" not in answer.content.decode()
    assert not client.cookies
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "no-referrer")


def test_consent_is_in_the_words_that_were_agreed(client):
    assert (
        "I agree that the Hub&#x27;s social workers read my request and contact me. It is deleted after 30 days. "
        "I can have it deleted earlier with the code that I will see." in client.get(FORM).content.decode()
    )
    assert (
        "Συμφωνώ να διαβάσουν το αίτημά μου οι κοινωνικοί λειτουργοί του Κόμβου και να επικοινωνήσουν μαζί μου. "
        "Το αίτημα σβήνεται σε 30 ημέρες. Μπορώ να ζητήσω να σβηστεί νωρίτερα με τον κωδικό που θα δω."
        in client.get("/contact-request/").content.decode()
    )


def test_what_was_sent_is_answered_with_a_code_and_a_day(client):
    answer = sent(client)
    page = answer.content.decode()
    assert re.search(r"A social worker answers you by \w+day \d+ \w+", page)
    assert code_of(answer)
    assert "We write to your e-mail." in page
    assert "heating" not in page
    assert answer["Cache-Control"] == "no-store"
    said = ContactRequest.objects.get().opened()
    assert (said.text, said.email, said.hours) == ("The heating was cut", "a@example.org", "mornings")


def test_pressed_twice_it_is_the_same_code(client):
    once = WORDS | proved(client)
    assert code_of(client.post(FORM, once)) == code_of(client.post(FORM, once))
    assert ContactRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        pytest.param({"email": ""}, "Write a phone or an e-mail, or mark that you will come yourself", id="no way"),
        pytest.param({"text": "x" * 601}, "You wrote 601 letters; 600 fit.", id="too long"),
        pytest.param({"text": ""}, "Choose a need, or say in a few words what happened.", id="nothing said"),
        pytest.param({"consent": ""}, "Mark this, else nobody may read what you wrote.", id="no consent"),
        pytest.param({"phone": "2104"}, "“2104” is not a phone number.", id="no phone"),
        pytest.param({"phone": "2100000000"}, "Answer with yes or no", id="not said whether it is safe"),
        pytest.param({"answer": "9"}, "Answer this question", id="wrong answer"),
        pytest.param(
            {"email": "nobody"},
            "This is no e-mail address. Write it like name@example.org, or leave it empty.",
            id="no e-mail",
        ),
        pytest.param({"need": "unicorn"}, "unicorn", id="unknown need"),
    ],
)
def test_mistake_is_said_and_nothing_typed_is_lost(client, fields, sentence):
    page = sent(client, **fields).content.decode()
    assert "<title>Error: " in page
    assert 'role="alert"' in page
    assert sentence in page
    typed = WORDS | fields
    for name in ("text", "email", "hours", "phone"):
        assert typed.get(name, "") in page
    assert not ContactRequest.objects.exists()


def test_six_hundred_letters_fit_with_lines_counted_once(client):
    assert code_of(sent(client, text="ab\r\n" * 199 + "abc"))


def test_hundred_kilobytes_of_nonsense_are_answered_with_a_sentence(client):
    page = sent(client, text="\0x" * 50_000, phone="x" * 10_000, safe_call="maybe", consent="maybe")
    assert page.status_code == 200
    assert "role=" in page.content.decode()


def test_sixth_request_of_an_hour_says_how_long_to_wait_and_keeps_the_words(client):
    for number in range(5):
        sent(client, text=f"number {number}")
    answer = sent(client)
    assert answer.status_code == 429
    page = answer.content.decode()
    assert "Try again in 60 minutes; what you wrote stays on this page." in page
    assert "The heating was cut" in page
    assert ContactRequest.objects.count() == 5


def test_what_a_machine_may_have_written_is_kept_and_marked(client):
    sent(client, website="https://example.org")
    assert ContactRequest.objects.get().suspect


def test_code_deletes_the_request_and_a_second_time_says_so(client):
    code = code_of(sent(client))
    assert "Your request is deleted" in client.post(ERASE, {"code": code} | proved(client, ERASE)).content.decode()
    assert not ContactRequest.objects.exists()
    again = client.post(ERASE, {"code": code} | proved(client, ERASE)).content.decode()
    assert "Nothing is kept under this code." in again
    assert code in again
    nonsense = client.post(ERASE, {"code": "hello"} | proved(client, ERASE)).content.decode()
    assert "“hello” is no code." in nonsense


def test_way_to_write_stands_where_there_is_a_phone(client, homes):
    structure = make.structure()
    make.line(make.access_point(structure, "phone"))
    index = make.index_page(homes["en"])
    make.structure_page(index, structure)
    for address in ("/en/domes/laundry/", "/en/domes/?channel=mobile"):
        assert f'href="{FORM}"' in client.get(address).content.decode(), address


@pytest.mark.parametrize("role", [ADMINISTRATOR, EDITOR], ids=lambda role: role.slug)
def test_desk_is_closed_to_those_who_do_not_answer(client, role):
    sent(client)
    pk = ContactRequest.objects.get().pk
    sign_in(client, role)
    for address in ("/admin/contacts/", f"/admin/contacts/{pk}/"):
        assert client.get(address).headers["Location"] == "/admin/"
    for address in (f"/admin/contacts/{pk}/step/", "/admin/contacts/erase/"):
        assert client.post(address, {"do": "take"}).headers["Location"] == "/admin/"
    assert "contacts" not in client.get("/admin/").content.decode()


def test_desk_lists_without_words_and_writes_down_who_opens(client):
    sent(client)
    pk = ContactRequest.objects.get().pk
    user = sign_in(client, HANDLER)
    desk = client.get("/admin/contacts/").content.decode()
    assert "heating" not in desk
    assert f"/admin/contacts/{pk}/" in desk
    assert not ModelLogEntry.objects.exists()
    opened = client.get(f"/admin/contacts/{pk}/")
    assert "no-store" in opened["Cache-Control"]
    # Under “no-referrer” browsers send forms as if from nowhere, and Django refuses those that hold its token.
    assert opened["Referrer-Policy"] != "no-referrer"
    assert "The heating was cut" in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]
    assert ModelLogEntry.objects.get().user == user
    assert client.get("/admin/").status_code == 200


def test_desk_takes_answers_and_closes(client):
    code = code_of(sent(client))
    pk = ContactRequest.objects.get().pk
    sign_in(client, HANDLER)
    for verb, state in (("nonsense", "new"), ("answer", "new"), ("take", "taken"), ("answer", "answered")):
        client.post(f"/admin/contacts/{pk}/step/", {"do": verb})
        assert ContactRequest.objects.get().state == state
    client.post("/admin/contacts/erase/", {"code": code})
    assert not ContactRequest.objects.exists()
    assert client.get(f"/admin/contacts/{pk}/").status_code == 404


def test_pages_of_the_form_ask_few_queries(client, django_assert_max_num_queries):
    client.get(FORM)
    with django_assert_max_num_queries(12):
        client.get(FORM)


def test_letter_is_written_in_both_forms(client, settings):
    settings.LANGUAGE_CODE = "el"
    sync_roles()
    user = get_user_model().objects.create_user("worker", email="worker@example.org")
    user.groups.add(Group.objects.get(name=HANDLER.name))
    sent(client)
    letter = OutgoingMail.objects.get()
    assert "heating" not in letter.text + letter.html + letter.subject
    assert "/admin/contacts/" in letter.html
