"""Projects: codes, money, states by the clock, and what is unknown in words."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import override

from core import formats
from home.models.projects import BudgetLine, BudgetNote, Project
from home.selectors.project_facts import projects
from home.sentences import last_day, period, project_state
from tests.factories import home as make

pytestmark = pytest.mark.django_db
TODAY = date(2027, 5, 4)


def state(begins="", ends="", standing="", since=None, today=TODAY):
    return project_state(begins, ends, standing=standing, since=since, today=today, language="en")


@pytest.mark.parametrize(
    ("given", "name", "text"),
    [
        ({"begins": "2027-05-05"}, "planned", "Starts on 5 May 2027."),
        ({"begins": "2027-06"}, "planned", "Starts: June 2027."),
        ({"begins": "2027-05-04", "ends": "2027-12-31"}, "running", "Running, until 31 December 2027."),
        ({"ends": "2027-05-04"}, "running", "Running, until 4 May 2027."),
        ({"ends": "2027-05-03"}, "ended", "Completed on 3 May 2027."),
        ({"ends": "2026"}, "ended", "Completed: 2026."),
        ({"begins": "2020-08", "standing": "ended"}, "ended", "Completed; the date has not been published."),
        ({"standing": "running"}, "running", "Running; the end has not been published."),
        ({}, "unknown", "The period has not been published."),
        ({"standing": "suspended", "since": date(2027, 5, 3)}, "suspended", "Suspended since 3 May 2027."),
        ({"standing": "withdrawn"}, "withdrawn", "Withdrawn."),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_state_of_a_project_is_said_by_the_clock(given, name, text):
    said = state(**given)
    assert (said.name, said.text) == (name, text)


@pytest.mark.parametrize(
    ("given", "changes"),
    [
        ({"begins": "2027-05-05"}, date(2027, 5, 5)),
        ({"ends": "2027-12-31"}, date(2028, 1, 1)),
        ({"ends": "2026"}, None),
    ],
)
def test_state_says_when_it_changes_by_itself(given, changes):
    assert state(**given).changes_on == changes


@pytest.mark.parametrize(
    ("written", "last"),
    [("2028-02", date(2028, 2, 29)), ("2027", date(2027, 12, 31)), ("2027-05-03", date(2027, 5, 3)), ("", None)],
)
def test_last_day_of_a_partial_date(written, last):
    assert last_day(written) == last


def test_period_says_what_is_missing():
    assert period("2020-08", "", "en") == "From August 2020; the end has not been published."
    assert period("", "2027-12-31", "en") == "Until 31 December 2027; the beginning has not been published."


@pytest.mark.parametrize("wrong", ["123456", "12345678", "12345a7"])
def test_mis_code_has_seven_digits(wrong):
    project = make.project(slug="one")
    project.mis = wrong
    with pytest.raises(ValidationError) as refused:
        project.full_clean()
    with override("en"):
        assert set(refused.value.message_dict["mis"]) == {"A MIS code has 7 digits."}
    with pytest.raises(IntegrityError), transaction.atomic():
        Project.objects.filter(pk=project.pk).update(mis=wrong)


def test_mis_code_is_used_once_and_the_other_project_is_named():
    make.project(slug="one", mis="5051050", label="Πολυκαναλική πρόσβαση")
    second = make.project(slug="two")
    second.mis = "5051050"
    with pytest.raises(ValidationError) as refused:
        second.full_clean()
    assert "Πολυκαναλική πρόσβαση" in str(refused.value.message_dict["mis"])
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()


def test_two_projects_may_both_have_no_code_yet():
    make.project(slug="one")
    make.project(slug="two").full_clean()


def test_project_that_ends_before_it_begins_is_refused():
    project = make.project(slug="one", begins="2027-05", ends="2027-04-30")
    with pytest.raises(ValidationError) as refused:
        project.full_clean()
    assert "ends" in refused.value.message_dict


@pytest.mark.parametrize(
    ("union", "national", "shown"), [("75.00", "25.01", True), ("75.00", "25.00", True), ("75.00", "24.00", False)]
)
def test_parts_of_a_budget_are_shown_only_when_they_make_up_the_total(union, national, shown):
    project = make.project(slug="one")
    for kind, amount in (("total", "100.00"), ("union", union), ("national", national)):
        BudgetLine.objects.create(project=project, kind=kind, amount=Decimal(amount), as_of="2027")
    assert projects("el")[project.pk].has_breakdown is shown


def test_page_says_what_is_unknown_in_words(client, homes):
    make.project_page(homes["en"], make.project(slug="one"))
    page = client.get("/en/projects/one/").content.decode()
    for sentence in (
        "The period has not been published.",
        "The budget has not been published.",
        "The MIS code has not been published.",
    ):
        assert sentence in page


def test_note_of_an_amount_stands_with_it_on_page_and_never_in_data_for_machines(client, homes):
    project = make.project(slug="one")
    line = BudgetLine.objects.create(project=project, amount=Decimal("2993000"))
    BudgetNote.objects.create(line=line, language="el", note="Δική μας ανάγνωση.")
    page = make.project_page(homes["el"], project)
    shown = client.get(page.get_url()).content.decode()
    assert formats.money(line.amount, "el") in shown
    assert "Δική μας ανάγνωση." in shown
    assert '"MonetaryAmount"' not in shown


def test_page_bears_the_band_of_its_programme(client, homes):
    project = make.project(slug="one", programme=make.programme())
    page = make.project_page(homes["en"], project)
    assert b"Co-funded by the European Union" in client.get(page.get_url()).content


def test_projects_that_run_stand_first_in_the_list(client, homes):
    for slug, standing in (("done", "ended"), ("now", "running")):
        make.project_page(homes["el"], make.project(slug=slug, standing=standing), title=slug)
    cards = client.get("/projects/").context["cards"]
    assert [card["title"] for card in cards] == ["now", "done"]


@pytest.mark.parametrize("count", [1, 50])
def test_list_and_page_cost_the_same_for_one_and_fifty(client, homes, django_assert_max_num_queries, count):
    made = [make.project_page(homes["el"], make.project(slug=f"p-{place}")) for place in range(count)]
    client.get("/projects/")
    with django_assert_max_num_queries(12):
        client.get("/projects/")
    with django_assert_max_num_queries(12):
        client.get(made[0].get_url())
