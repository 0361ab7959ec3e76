"""Conditions asked in memory answer as the database does."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint

from core.constraints import check_constraints
from directory.models import ContactLine, EligibilityRule, Location, Schedule, Structure

EARLY, LATE = date(2027, 1, 1), date(2027, 2, 1)
ROWS = [
    Structure(family="civil"),
    Structure(family="nobody"),
    Structure(family="civil", reach=99),
    Structure(family="civil", valid_from=EARLY, valid_to=LATE),
    Structure(family="civil", valid_from=LATE, valid_to=EARLY),
    Structure(family="civil", valid_to=EARLY),
    Structure(family="civil", cost="paid", cost_amount=Decimal("2.50"), cost_per="visit"),
    Structure(family="civil", cost="paid", cost_amount=Decimal(0)),
    Structure(family="civil", cost="free", cost_amount=Decimal(1)),
    Structure(family="civil", cost_per="visit"),
    Schedule(kind="hours", osm=""),
    Schedule(kind="hours", osm="Mo 10:00-12:00"),
    Schedule(kind="always", osm="Mo 10:00-12:00"),
    ContactLine(number="2104", access_point_id=1),
    ContactLine(number="12", access_point_id=1),
    ContactLine(number="+309011111111", access_point_id=1),
    ContactLine(number="+302100000000"),
    ContactLine(number="+302100000000", access_point_id=1, organisation_id=1),
    EligibilityRule(kind="age", min_age=18),
    EligibilityRule(kind="age"),
    EligibilityRule(kind="age", min_age=30, max_age=20),
    EligibilityRule(kind="income", min_age=3),
    EligibilityRule(kind="gender", answer="required"),
    Location(lat=Decimal("37.9")),
    Location(lat=Decimal("23.6"), lon=Decimal("37.9")),
    Location(sensitive=True, street="x"),
]


def said_by_the_database(row):
    for constraint in row._meta.constraints:
        if isinstance(constraint, CheckConstraint):
            try:
                constraint.validate(type(row), row)
            except ValidationError as refusal:
                return refusal.messages
    return []


def said_in_memory(row):
    try:
        check_constraints(row)
    except ValidationError as refusal:
        return refusal.messages
    return []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{type(row).__name__}-{ROWS.index(row)}")
@pytest.mark.django_db
def test_condition_in_memory_answers_as_the_database_does(row):
    assert said_in_memory(row) == said_by_the_database(row)


def test_rows_of_this_test_break_many_conditions_and_keep_some():
    assert 10 < len([row for row in ROWS if said_in_memory(row)]) < len(ROWS) - 5
