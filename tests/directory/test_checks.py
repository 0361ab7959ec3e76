"""How often a structure is checked, when it is due, and who may say that it is right."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.http import QueryDict
from wagtail.models import ModelLogEntry

from core.cache.reads import collecting
from core.mail.models import OutgoingMail
from directory.checks import fact_hash
from directory.models import (
    CheckLetter,
    Closure,
    ReaderReport,
    Structure,
    StructureLink,
    StructurePage,
    Verification,
)
from directory.models.append_only import WrittenOnce
from directory.pages.listing import held_now, structure_listing
from directory.selectors.checks import checked_share, overdue
from directory.selectors.hours import Asked
from directory.selectors.structures import listed, structure_detail
from directory.services.letters import ask_again, send_due_letters
from directory.services.verification import (
    CheckRefused,
    confirm,
    decide,
    forget_addresses,
    plan_checks,
    settle_report,
    take_report,
)
from tests.conftest import NOON
from tests.factories import directory as make

pytestmark = pytest.mark.django_db
ATHENS = ZoneInfo("Europe/Athens")
TODAY = NOON.date()
DAY = timedelta(days=1)


def confirmed(structure, at=NOON, **said):
    return confirm(structure, **({"how": "phone", "by": "κοινωνική λειτουργός"} | said), at=at, zone=ATHENS)


def reported(structure, at=NOON, *, kind="hours", network="n1", **words):
    said = {"text": "", "email": "", "language": "el"} | words
    return take_report(structure, kind=kind, network=network, at=at, day=at.date(), **said)


def due(structure):
    return Structure.objects.get(pk=structure.pk).next_check_on


@pytest.mark.parametrize(("risk", "days"), [("A", 30), ("B", 90), ("C", 180), ("D", 365)])
def test_structure_is_due_so_many_days_after_its_confirmation(risk, days):
    structure = make.structure(risk=risk)
    confirmed(structure)
    assert due(structure) == TODAY + timedelta(days=days)


def test_structure_that_nobody_confirmed_is_due_since_it_was_written():
    structure = make.structure()
    plan_checks()
    assert due(structure) == structure.created.date()
    assert plan_checks() == 0


def test_end_of_a_closure_makes_it_due_sooner():
    structure = make.structure(risk="C")
    confirmed(structure)
    Closure.objects.create(structure=structure, first_day=TODAY + DAY, last_day=TODAY + 5 * DAY)
    plan_checks()
    assert due(structure) == TODAY + 6 * DAY


def test_saving_facts_confirms_nothing():
    structure = make.structure()
    structure.website = "https://example.org"
    structure.save()
    structure.refresh_from_db()
    assert structure.checked_on is None
    assert not Verification.objects.exists()


def test_confirmation_says_on_whose_word_and_is_in_the_history(django_user_model):
    person = django_user_model.objects.create_user("maria")
    structure = make.structure()
    confirmed(structure, person=person)
    row = Verification.objects.get()
    assert (row.by, row.person, row.result, row.fact_hash) == (
        "κοινωνική λειτουργός",
        person,
        "confirmed",
        fact_hash(structure),
    )
    assert ModelLogEntry.objects.get(action="directory.checked").user == person
    with pytest.raises(CheckRefused) as refusal:
        confirmed(structure, by=" ")
    assert refusal.value.code == "no_word"


@pytest.mark.parametrize(
    "rewrite",
    [
        pytest.param(lambda row: row.save(), id="save"),
        pytest.param(lambda row: row.delete(), id="delete"),
        pytest.param(lambda row: Verification.objects.update(by="x"), id="update"),
        pytest.param(lambda row: Verification.objects.all().delete(), id="delete all"),
    ],
)
def test_history_is_never_rewritten(rewrite):
    row = confirmed(make.structure())
    with pytest.raises(WrittenOnce):
        rewrite(row)


def test_report_of_the_same_network_counts_once_a_day():
    structure = make.structure()
    first = reported(structure)
    copy = reported(structure, NOON + timedelta(hours=1))
    other_day = reported(structure, NOON + DAY)
    assert (first.state, copy.state, other_day.state) == ("new", "duplicate", "new")
    assert copy.first == first
    with pytest.raises(IntegrityError), transaction.atomic():
        ReaderReport.objects.create(
            structure=structure, kind="hours", language="el", created=NOON, day=TODAY, network="n1"
        )


def test_two_reports_make_it_due_at_once_until_it_was_confirmed_twice():
    structure = make.structure(risk="C")
    confirmed(structure, NOON - 9 * DAY)
    reported(structure, network="n1")
    assert due(structure) == TODAY + 171 * DAY
    reported(structure, network="n2")
    assert due(structure) == TODAY
    confirmed(structure, NOON + DAY)
    assert due(structure) == TODAY + 31 * DAY
    confirmed(structure, NOON + 2 * DAY)
    assert due(structure) == TODAY + 182 * DAY


def test_report_that_was_not_so_lowers_the_class_again(django_user_model):
    person = django_user_model.objects.create_user("maria")
    structure = make.structure(risk="C")
    confirmed(structure, NOON - 9 * DAY)
    reported(structure, network="n1")
    second = reported(structure, network="n2")
    said = {"state": "not_confirmed", "outcome": "Απαντά κανονικά.", "person": person, "day": TODAY}
    settle_report(second, at=NOON, **said)
    assert Structure.objects.get().raised_on is None
    with pytest.raises(CheckRefused) as refusal:
        settle_report(second, at=NOON, **said)
    assert refusal.value.code == "settled"


def test_addresses_of_reporters_are_forgotten_and_the_reports_stay():
    reported(make.structure(), NOON - 31 * DAY, email="a@example.org")
    reported(make.structure("other"), NOON - 29 * DAY, email="b@example.org")
    assert forget_addresses(NOON - 30 * DAY) == 1
    assert set(ReaderReport.objects.values_list("email", flat=True)) == {"", "b@example.org"}


def stale(structure, at):
    return structure_detail(structure.pk, Asked("el", at, ATHENS)).is_stale


def test_warning_appears_at_the_midnight_of_the_fourteenth_day():
    structure = make.structure(risk="A")
    confirmed(structure)
    midnight = datetime.combine(TODAY + 44 * DAY, time(), ATHENS)
    assert not stale(structure, midnight - timedelta(seconds=1))
    assert stale(structure, midnight)
    with collecting() as reads:
        stale(structure, midnight - DAY)
    assert reads.until == midnight


@pytest.fixture
def index(home):
    return make.index_page(home)


def test_reader_is_warned_in_the_words_of_the_house(client, homes):
    structure = make.structure(checked_on=date(2027, 5, 3), next_check_on=date(2020, 1, 1))
    make.structure_page(make.index_page(homes["en"]), structure)
    body = client.get("/en/domes/laundry/").content.decode()
    assert "These details were last checked on 3\u00a0May 2027. They may have changed; phone before you go." in body


def test_what_is_long_overdue_stands_lower_in_the_list(index):
    for slug, late in (("a", 20), ("b", 0)):
        make.structure_page(index, make.structure(slug, checked_on=TODAY, next_check_on=TODAY - late * DAY))
    asked = Asked("el", NOON, ATHENS)
    listing = structure_listing(asked).read(listed("el"), QueryDict(), held=held_now(asked))
    assert [structure.title for structure in listing.items] == ["b", "a"]


def test_letters_go_out_once_however_often_the_round_runs():
    body = make.organisation(email="body@example.org")
    for slug in ("a", "b"):
        make.structure(slug, organisation=body, next_check_on=TODAY + 10 * DAY)
    make.structure("later", organisation=body, next_check_on=TODAY + 11 * DAY)
    assert send_due_letters(at=NOON, zone=ATHENS) == 1
    assert send_due_letters(at=NOON, zone=ATHENS) == 0
    letter = OutgoingMail.objects.get()
    assert letter.to == "body@example.org"
    assert letter.text.count("/verify/") == 2
    assert CheckLetter.objects.count() == 2


def test_second_letter_goes_out_a_week_after_the_day():
    structure = make.structure(organisation=make.organisation(email="body@example.org"), next_check_on=TODAY)
    send_due_letters(at=NOON, zone=ATHENS)
    assert send_due_letters(at=NOON + 6 * DAY, zone=ATHENS) == 0
    assert send_due_letters(at=NOON + 7 * DAY, zone=ATHENS) == 1
    assert set(structure.check_letters.values_list("kind", flat=True)) == {"first", "second"}


def test_new_link_is_written_once_a_day():
    structure = make.structure(organisation=make.organisation(email="body@example.org"))
    assert ask_again(structure, at=NOON, zone=ATHENS)
    assert not ask_again(structure, at=NOON, zone=ATHENS)
    assert ask_again(structure, at=NOON + DAY, zone=ATHENS)


def test_round_of_the_day_runs_twice_with_the_same_result(capsys):
    make.structure()
    call_command("directory_verify")
    call_command("directory_verify")
    assert capsys.readouterr().out.splitlines()[1].startswith("0 days planned anew, 0 letters")


def test_overdue_ones_stand_by_risk_then_by_day(django_assert_max_num_queries):
    for slug, risk, late in (("c", "C", 90), ("a", "A", 1), ("b", "B", 60), ("b2", "B", 61)):
        make.structure(slug, risk=risk, next_check_on=TODAY - late * DAY)
    with django_assert_max_num_queries(7):
        rows = overdue(TODAY)
    assert [(row.label, row.must_decide) for row in rows] == [("a", False), ("b2", True), ("b", True), ("c", True)]


def test_overdue_one_to_which_others_lead_stands_before_its_class(django_assert_max_num_queries):
    busy, lone, _riskier = (
        make.structure(slug, risk=risk, next_check_on=TODAY - DAY)
        for slug, risk in (("busy", "C"), ("alone", "C"), ("b", "B"))
    )
    for number in range(3):
        StructureLink.objects.create(structure=make.structure(f"to{number}"), target=busy, kind="refers_to")
    gone = make.structure("gone", status="ended", valid_to=TODAY)
    StructureLink.objects.create(structure=gone, target=lone, kind="refers_to")
    for number in range(2):
        reported(busy, network=f"n{number}")
    with django_assert_max_num_queries(7):
        rows = overdue(TODAY)
    assert [(row.label, row.doors, row.reports, row.weight) for row in rows] == [
        ("busy", 3, 2, 48),
        ("b", 0, 0, 4),
        ("alone", 0, 0, 2),
    ]


@pytest.mark.parametrize(("result", "status"), [("kept", "active"), ("paused", "paused"), ("ended", "ended")])
def test_decision_needs_a_reason_and_is_written_down(django_user_model, result, status):
    person = django_user_model.objects.create_user("maria")
    structure = make.structure()
    with pytest.raises(CheckRefused):
        decide(structure, result=result, reason="", person=person, at=NOON)
    decide(structure, result=result, reason="Δεν απαντά κανείς.", person=person, at=NOON)
    structure.refresh_from_db()
    assert structure.status == status
    assert Verification.objects.get().note == "Δεν απαντά κανείς."
    with pytest.raises(IntegrityError), transaction.atomic():
        Verification.objects.create(structure=structure, how="desk", by="x", at=NOON, result=result, fact_hash="x")


def test_public_figure_counts_what_was_confirmed_and_is_not_overdue(index):
    for slug, checked, days in (("a", TODAY, 1), ("b", TODAY, 0), ("c", None, 5)):
        make.structure_page(index, make.structure(slug, checked_on=checked, next_check_on=TODAY + days * DAY))
    make.structure("without-page", checked_on=TODAY, next_check_on=TODAY + DAY)
    share = checked_share(TODAY)
    assert (share.in_time, share.total, share.percent) == (1, 3, 33)
    assert StructurePage.objects.count() == 3


def test_print_of_the_facts_changes_with_a_fact_and_with_nothing_else():
    structure = make.structure()
    line = make.line(make.access_point(structure, "phone"))
    before = fact_hash(Structure.objects.get())
    confirmed(structure)
    assert fact_hash(Structure.objects.get()) == before
    line.number = "+302101111111"
    line.save()
    assert fact_hash(Structure.objects.get()) != before
