"""A structure is saved whole or not at all; what is open follows from its facts."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from directory.models import AccessPoint, Closure, ContactLine, OpenInterval, Organisation, Schedule, Structure
from directory.services import DirectoryRefused, rebuild_all_intervals, save_structure
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")


@pytest.mark.django_db
def test_saving_normalises_numbers_and_hours(now):
    structure = make.structure()
    point = AccessPoint(channel="phone")
    point.lines = [ContactLine(number="0030 210-000.0000")]
    point.schedules = [Schedule(kind="hours", osm="Mo-Fr 8:00-15:00")]
    structure.access_points = [point]
    save_structure(structure, at=now, zone=ATHENS)
    assert ContactLine.objects.get().number == "+302100000000"
    assert Schedule.objects.get().osm == "Mo-Fr 08:00-15:00"
    assert OpenInterval.objects.filter(start__lte=now, end__gt=now).count() == 1


@pytest.mark.django_db
def test_sensitive_structure_takes_no_location(now):
    structure = make.structure(sensitive=True)
    structure.access_points = [AccessPoint(channel="place", location=make.location())]
    with pytest.raises(DirectoryRefused) as refusal:
        save_structure(structure, at=now, zone=ATHENS)
    assert refusal.value.code == "sensitive_place"


@pytest.mark.django_db
def test_access_point_serves_the_city_or_communities_and_never_both(now):
    structure = make.structure()
    point = AccessPoint(channel="online", url="https://example.org", citywide=True)
    point.communities = [make.community()]
    structure.access_points = [point]
    with pytest.raises(DirectoryRefused) as refusal:
        save_structure(structure, at=now, zone=ATHENS)
    assert refusal.value.code == "area"


@pytest.mark.django_db
def test_phone_without_a_number_is_refused(now):
    structure = make.structure()
    structure.access_points = [AccessPoint(channel="phone")]
    with pytest.raises(DirectoryRefused) as refusal:
        save_structure(structure, at=now, zone=ATHENS)
    assert refusal.value.code == "no_line"


@pytest.mark.django_db
def test_mobile_unit_as_a_way_in_needs_a_unit(now):
    structure = make.structure()
    make.access_point(structure, "mobile")
    with pytest.raises(DirectoryRefused) as refusal:
        save_structure(Structure.objects.get(), at=now, zone=now.tzinfo)
    assert refusal.value.code == "no_unit"
    make.mobile_unit(structure)
    save_structure(Structure.objects.get(), at=now, zone=now.tzinfo)


@pytest.mark.django_db
def test_overlapping_seasons_are_refused(now):
    structure = make.structure()
    point = AccessPoint(channel="online", url="https://example.org")
    days = {"valid_from": now.date(), "valid_to": now.date() + timedelta(days=9)}
    point.schedules = [Schedule(kind="hours", osm="Mo 10:00-12:00", **days) for _ in range(2)]
    structure.access_points = [point]
    with pytest.raises(DirectoryRefused) as refusal:
        save_structure(structure, at=now, zone=ATHENS)
    assert refusal.value.code == "overlap"


@pytest.mark.django_db
def test_closure_takes_its_days_out_of_the_intervals(now):
    structure = make.structure()
    make.access_point(structure, "online", osm="Mo-Su 08:00-20:00", url="https://example.org")
    Closure.objects.create(structure=structure, first_day=now.date(), last_day=now.date())
    rebuild_all_intervals(at=now, zone=ATHENS)
    assert not OpenInterval.objects.filter(start__lte=now, end__gt=now).exists()


@pytest.mark.django_db
def test_closure_of_a_body_above_closes_the_structures_of_those_below(now):
    above = make.organisation("above")
    structure = make.structure(organisation=make.organisation("below", parent=above))
    make.access_point(structure, "online", osm="Mo-Su 08:00-20:00", url="https://example.org")
    Closure.objects.create(organisation=above, first_day=now.date(), last_day=now.date())
    rebuild_all_intervals(at=now, zone=ATHENS)
    assert not OpenInterval.objects.filter(start__lte=now, end__gt=now).exists()


@pytest.mark.django_db
def test_closure_that_changes_its_owner_opens_the_one_and_closes_the_other(django_capture_on_commit_callbacks):
    today = timezone.localdate()
    noon = datetime.combine(today, time(12), ATHENS)
    one, other, third = (make.structure(slug) for slug in ("one", "other", "third"))
    for structure in (one, other, third):
        make.access_point(structure, "online", osm="Mo-Su 08:00-20:00; PH 08:00-20:00", url="https://example.org")

    rebuild_all_intervals(at=noon, zone=ATHENS)

    def are_open():
        now = OpenInterval.objects.filter(start__lte=noon, end__gt=noon)
        return set(now.values_list("access_point__structure__slug", flat=True))

    with django_capture_on_commit_callbacks(execute=True):
        closure = Closure.objects.create(structure=one, first_day=today, last_day=today)
    assert are_open() == {"other", "third"}
    with django_capture_on_commit_callbacks(execute=True):
        closure.structure = other
        closure.save()
    assert are_open() == {"one", "third"}
    with django_capture_on_commit_callbacks(execute=True):
        closure.structure, closure.organisation = None, third.organisation
        closure.save()
    assert are_open() == set()
    with django_capture_on_commit_callbacks(execute=True):
        closure.delete()
    assert are_open() == {"one", "other", "third"}


@pytest.mark.django_db
def test_paused_structure_is_never_open(now):
    structure = make.structure(status="paused")
    make.access_point(structure, "online", osm="24/7", url="https://example.org")
    assert rebuild_all_intervals(at=now, zone=ATHENS) == 0


@pytest.mark.django_db
def test_change_of_hours_rebuilds_intervals_whatever_the_door(django_capture_on_commit_callbacks):
    point = make.access_point(make.structure(), "online", url="https://example.org")
    with django_capture_on_commit_callbacks(execute=True):
        Schedule.objects.create(access_point=point, kind="always")
    assert OpenInterval.objects.filter(access_point=point).count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        Schedule.objects.filter(access_point=point).get().delete()
    assert OpenInterval.objects.filter(access_point=point).count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"channel": "place"}, id="place without a location"),
        pytest.param({"channel": "home_visit", "with_location": True}, id="home visit with a location"),
    ],
)
def test_database_refuses_an_access_point_in_the_wrong_place(fields):
    structure = make.structure()
    place = make.location() if fields.pop("with_location", False) else None
    with pytest.raises(IntegrityError), transaction.atomic():
        AccessPoint.objects.create(structure=structure, location=place, **fields)


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["210 0000000", "+3090112345", "12"])
def test_database_refuses_a_number_in_another_form(number):
    point = make.access_point(make.structure())
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactLine.objects.create(access_point=point, number=number)


@pytest.mark.django_db
def test_organisation_is_not_above_itself():
    body = make.organisation()
    child = Organisation.objects.create(slug="child", family="civil", parent=body)
    body.parent = child
    with pytest.raises(ValidationError) as refusal:
        body.full_clean()
    assert refusal.value.error_dict["parent"][0].code == "parent"
