"""Readers report without script or cookie; bodies confirm by a link that changes nothing when it is only opened."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from core.editing.services import sync_roles
from core.mail.models import OutgoingMail
from directory.checks import fact_hash
from directory.models import Closure, ContactLine, ProposedChange, ReaderReport, Structure, Verification
from directory.services.verification import AlreadyAnswered, answering, confirm
from directory.verify_links import VALID, write_link
from home.roles import EDITOR, VERIFIER, translator
from tests.factories import directory as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def structure(homes):
    made = make.structure(organisation=make.organisation(email="body@example.org"))
    point = make.access_point(made, "phone", osm="Mo-Fr 08:00-15:00")
    make.line(point)
    make.structure_page(make.index_page(homes["en"]), made)
    return Structure.objects.get()


def link(structure, *, age=timedelta()):
    return f"/en/verify/{write_link(structure.uuid, fact_hash(structure), at=timezone.now() - age)}/"


def sign_in(client, role):
    sync_roles()
    user = get_user_model().objects.create_user(role.slug, password="x")
    user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)


def test_report_is_reached_from_the_page_and_answered_with_a_day(client, structure):
    page = client.get("/en/domes/laundry/").content.decode()
    address = re.search(r'href="(/en/report/[^"]+)"', page)[1]
    assert client.get(address).status_code == 200
    answer = client.post(address, {"kind": "hours", "text": "Κλειστά το Σάββατο"}, follow=True)
    assert re.search(r"We will check it by \w+day \d+ \w+", answer.content.decode())
    assert not client.cookies
    report = ReaderReport.objects.get()
    assert (report.kind, report.text, report.language, report.state) == ("hours", "Κλειστά το Σάββατο", "en", "new")
    assert "127.0.0.1" not in report.network


def test_report_without_a_kind_keeps_what_was_typed(client, structure):
    answer = client.post(f"/en/report/{structure.code}/", {"text": "Κλειστά", "email": "nobody"}).content.decode()
    assert 'role="alert"' in answer
    assert "Κλειστά" in answer
    assert 'value="nobody"' in answer
    assert not ReaderReport.objects.exists()


def test_programme_that_fills_in_everything_is_thanked_and_forgotten(client, structure):
    sent = {"kind": "hours", "nickname": "x"}
    assert client.post(f"/en/report/{structure.code}/", sent).status_code == 302
    assert not ReaderReport.objects.exists()


@pytest.mark.parametrize("address", ["/report/00000/", "/report/OOOOO/", "/verify/nonsense/"])
def test_address_that_leads_nowhere_is_not_found(client, homes, address):
    assert client.get(address).status_code == 404


def test_opening_the_link_changes_nothing_and_shows_what_readers_see(client, structure):
    answer = client.get(link(structure))
    assert "210 000 0000" in answer.content.decode()
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert not Verification.objects.exists()
    assert client.get(f"{link(structure)}confirm/").status_code == 405
    assert Structure.objects.get().checked_on is None


def test_one_press_confirms_and_the_link_is_used_up(client, structure):
    address = link(structure, age=timedelta(minutes=1))
    assert client.post(f"{address}confirm/", {"seen": fact_hash(structure)}).status_code == 200
    assert Structure.objects.get().checked_on == timezone.localdate()
    assert Verification.objects.get().how == "link"
    assert client.get(address).status_code == 410
    assert client.post(f"{address}confirm/", {"seen": fact_hash(structure)}).status_code == 410
    assert Verification.objects.count() == 1


def test_facts_that_changed_since_are_shown_before_they_are_confirmed(client, structure):
    address, seen = link(structure), fact_hash(structure)
    ContactLine.objects.update(number="+302101111111")
    assert client.post(f"{address}confirm/", {"seen": seen}).status_code == 302
    assert not Verification.objects.exists()
    page = client.get(address).content.decode()
    assert "Something has changed since our letter" in page
    assert "210 111 1111" in page


def test_expired_link_offers_a_new_one_to_the_same_address(client, structure):
    address = link(structure, age=VALID)
    page = client.get(address)
    assert page.status_code == 410
    assert "The link has expired. Press for a new one to the same e-mail." in page.content.decode()
    assert client.post(f"{address}again/").status_code == 200
    assert client.post(f"{address}again/").status_code == 200
    assert OutgoingMail.objects.get().to == "body@example.org"


def fields_of(page, **changed):
    """The form as a browser would send it, with some fields changed by the beginning of their name."""
    sent = dict(re.findall(r'<input type="text" name="([^"]+)" value="([^"]*)"', page))
    for beginning, value in changed.items():
        sent |= {name: value for name in [*sent, beginning] if name.startswith(beginning)}
    return sent


def test_body_proposes_a_number_that_an_editor_applies(client, structure):
    address = f"{link(structure)}change/"
    sent = fields_of(client.get(address).content.decode(), line="210 111 1111", rest_holds="on")
    assert client.post(address, sent).status_code == 200
    proposal = ProposedChange.objects.get()
    assert [(row["old"], row["new"]) for row in proposal.changes] == [("+302100000000", "+302101111111")]
    assert ContactLine.objects.get().number == "+302100000000"
    sign_in(client, VERIFIER)
    screen = f"/admin/checks/proposals/{proposal.pk}/"
    assert "+302101111111" in client.get(screen).content.decode()
    client.post(screen, {"do": "apply"})
    assert ContactLine.objects.get().number == "+302101111111"
    assert Verification.objects.get().result == "confirmed"
    client.post(screen, {"do": "apply"})
    assert Verification.objects.count() == 1


def test_proposal_about_a_fact_that_changed_meanwhile_is_not_applied(client, structure):
    address = f"{link(structure)}change/"
    client.post(address, fields_of(client.get(address).content.decode(), line="210 111 1111"))
    ContactLine.objects.update(number="+302102222222")
    sign_in(client, EDITOR)
    client.post(f"/admin/checks/proposals/{ProposedChange.objects.get().pk}/", {"do": "apply"})
    assert ContactLine.objects.get().number == "+302102222222"
    assert ProposedChange.objects.get().state == "new"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        pytest.param({}, "Say what has changed", id="nothing"),
        pytest.param({"line": "2104"}, "is not a phone number", id="not a number"),
        pytest.param({"hours": "Δευ-Παρ 9:00-15:00"}, "as: Monday to Friday 9:00–15:00.", id="hours in words"),
        pytest.param({"closed_from": "31/02/2027"}, "valid date", id="no such day"),
        pytest.param({"closed_from": "2/8/2027"}, "Write both days", id="one day"),
        pytest.param({"closed_from": "9/8/2027", "closed_to": "2/8/2027"}, "before the first", id="wrong order"),
    ],
)
def test_change_that_cannot_be_read_says_what_to_write(client, structure, sent, sentence):
    address = f"{link(structure)}change/"
    answer = client.post(address, fields_of(client.get(address).content.decode(), **sent)).content.decode()
    assert sentence in answer
    assert not ProposedChange.objects.exists()


def test_hours_in_everyday_words_are_understood_and_sent_again_they_are_meant(client, structure):
    address = f"{link(structure)}change/"
    asked = client.post(address, fields_of(client.get(address).content.decode(), hours="Δευ-Παρ 9-2")).content.decode()
    assert client.post(address, fields_of(asked)).status_code == 200
    assert [row["new"] for row in ProposedChange.objects.get().changes] == ["Mo-Fr 09:00-14:00"]


def test_of_two_answers_that_come_at_once_one_is_taken(structure):
    """Both requests have found the link unused; a button pressed twice must not count as two confirmations."""
    now, zone = timezone.now(), timezone.get_default_timezone()
    with answering(structure, since=now - timedelta(days=1)) as locked:
        confirm(locked, how="link", by="body", at=now, zone=zone)
    with pytest.raises(AlreadyAnswered), answering(structure, since=now - timedelta(days=1)):
        pytest.fail("a second answer was let in")


@pytest.mark.parametrize(("trusted", "days", "at_once"), [(True, 13, True), (True, 14, False), (False, 3, False)])
def test_only_a_trusted_body_closes_by_itself_and_for_two_weeks_at_most(client, structure, trusted, days, at_once):
    structure.organisation.trusted = trusted
    structure.organisation.save()
    first = timezone.localdate()
    last = first + timedelta(days=days)
    address, sent = f"{link(structure)}change/", {"closed_from": first.isoformat(), "closed_to": last.isoformat()}
    assert [client.post(address, sent).status_code for _press in range(2)] == [200, 200 if at_once else 410]
    assert Closure.objects.count() == at_once
    assert ProposedChange.objects.exists() is not at_once


@pytest.mark.parametrize(
    ("role", "status"),
    [
        pytest.param(VERIFIER, 200, id="verifier"),
        pytest.param(EDITOR, 200, id="editor"),
        pytest.param(translator("en"), 302, id="translator"),
    ],
)
def test_desk_is_for_those_who_check(client, structure, role, status):
    sign_in(client, role)
    ReaderReport.objects.create(
        structure=structure, kind="hours", language="el", created=timezone.now(), day=timezone.localdate(), network="n"
    )
    addresses = ["checks/", f"checks/{structure.pk}/", "checks/overdue.csv", "reports/checks/"]
    assert [client.get(f"/admin/{address}").status_code for address in addresses] == [status] * 4
    client.post(f"/admin/checks/{structure.pk}/", {"do": "phone", "by": "προϊσταμένη"})
    assert Verification.objects.exists() is (status == 200)
    assert ("directory/admin/checks" in str([t.name for t in client.get("/admin/").templates])) is (status == 200)


def test_what_no_database_keeps_is_left_out_of_the_word(client, structure):
    sign_in(client, VERIFIER)
    client.post(f"/admin/checks/{structure.pk}/", {"do": "phone", "by": "προϊ\0σταμένη " + "α" * 300, "note": "\0"})
    found = Verification.objects.get()
    assert found.by.startswith("προϊ σταμένη α")
    assert (len(found.by), found.note) == (160, "")


def test_verifier_comes_to_any_structure_from_the_list_due_or_not(client, structure):
    sign_in(client, VERIFIER)
    listed = client.get(reverse(Structure.snippet_viewset.get_url_name("list"))).content.decode()
    assert reverse("directory_check", args=[structure.pk]) in listed


def test_verifier_settles_a_report_and_asks_the_body_with_one_press(client, structure):
    client.post(f"/en/report/{structure.code}/", {"kind": "no_answer", "text": "Μυστικό"})
    report = ReaderReport.objects.get()
    sign_in(client, VERIFIER)
    client.post(f"/admin/checks/reports/{report.pk}/", {"do": "ask"})
    letter = OutgoingMail.objects.get()
    assert "/verify/" in letter.text
    assert "Μυστικό" not in letter.text + letter.html
    client.post(f"/admin/checks/reports/{report.pk}/", {"do": "confirmed", "outcome": "Νέος αριθμός."})
    report.refresh_from_db()
    assert (report.state, report.outcome) == ("confirmed", "Νέος αριθμός.")
    client.post(f"/admin/checks/{structure.pk}/", {"do": "phone", "by": ""})
    assert not Verification.objects.exists()


def test_network_that_reports_all_the_time_is_asked_to_wait(client, structure):
    address = f"/en/report/{structure.code}/"
    answers = [client.post(address, {"kind": "hours"}).status_code for _time in range(21)]
    assert answers == [302] * 20 + [429]
    assert ReaderReport.objects.filter(first__isnull=True).count() == 1
