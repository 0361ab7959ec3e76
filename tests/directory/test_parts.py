"""Conditions, papers, languages, links and accessibility: what may never be stored, what is read together."""

import uuid
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from directory.models import EligibilityRule, RequiredDocument, StructureLink
from directory.selectors.parts import parts
from directory.services import save_structure
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")
pytestmark = pytest.mark.django_db


def refused(structure, now):
    with pytest.raises(ValidationError) as refusal, transaction.atomic():
        save_structure(structure, at=now, zone=ATHENS)
    return refusal.value


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"kind": "age", "min_age": 65, "max_age": 18}, id="ages the wrong way round"),
        pytest.param({"kind": "age", "max_age": 121}, id="older than people get"),
        pytest.param({"kind": "age"}, id="an age without ages"),
        pytest.param({"kind": "income", "min_age": 18}, id="ages elsewhere"),
        pytest.param({"kind": "gender", "answer": "required"}, id="the answer of another condition"),
    ],
)
def test_database_refuses_conditions_that_say_nonsense(fields):
    structure = make.structure()
    with pytest.raises(IntegrityError), transaction.atomic():
        EligibilityRule.objects.create(structure=structure, **fields)


def test_a_condition_stands_once_and_only_other_ones_repeat():
    structure = make.structure()
    make.rule(structure, "other", words="Πρώτη.")
    make.rule(structure, "other", words="Δεύτερη.")
    make.rule(structure, "age", min_age=18)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.rule(structure, "age", max_age=65)


def test_a_measure_goes_only_with_what_is_measured():
    with pytest.raises(IntegrityError), transaction.atomic():
        make.seen(make.location(), "toilet", measure=90)


def test_a_question_is_answered_once_for_a_place():
    place = make.location()
    make.seen(place, "lift", "no")
    with pytest.raises(IntegrityError), transaction.atomic():
        make.seen(place, "lift", "yes")


def test_a_link_stands_once_and_never_leads_to_itself():
    one, other = make.structure("one"), make.structure("other")
    make.link(one, "refers_to", other)
    for target in (one, other):
        with pytest.raises(IntegrityError), transaction.atomic():
            make.link(one, "refers_to", target)


def test_a_whole_is_no_part_of_its_parts(now):
    room, house, street = make.structure("room"), make.structure("house"), make.structure("street")
    make.link(room, "part_of", house)
    make.link(house, "part_of", street)
    street.links = [StructureLink(kind="part_of", target=room)]
    said = refused(street, now)
    assert said.code == "circle"
    assert said.messages == ["Η δομή «room» είναι ήδη μέρος της «street»."]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({"rules": [("income", "")]}, "rule_words", id="a condition without words"),
        pytest.param({"rules": [("status", "required"), ("status", "not_required")]}, "twice", id="a condition twice"),
    ],
)
def test_whole_is_refused_when_its_parts_contradict(now, change, code):
    structure = make.structure()
    structure.rules = [EligibilityRule(kind=kind, answer=answer) for kind, answer in change.get("rules", ())]
    assert refused(structure, now).code == code


def test_groups_for_whom_it_is_free_go_only_with_that_cost(now):
    structure = make.structure(cost="free")
    structure.free_for = [make.group()]
    assert refused(structure, now).code == "free_for"
    structure.cost = "free_for"
    save_structure(structure, at=now, zone=ATHENS)


def test_no_papers_needed_and_a_paper_always_needed_contradict(now):
    structure = make.structure(without_papers=True)
    structure.documents = [RequiredDocument(type=make.document_type())]
    assert refused(structure, now).code == "papers"
    structure.documents = [RequiredDocument(type=make.document_type(), come_without=True)]
    save_structure(structure, at=now, zone=ATHENS)


@pytest.mark.parametrize("count", [1, 50])
def test_parts_of_any_number_of_structures_are_one_query(count, django_assert_num_queries):
    target = make.structure("target")
    made = [make.structure(f"s{number}") for number in range(count)]
    for structure in made:
        make.rule(structure, "age", min_age=18)
        make.document(structure, needed="sometimes", come_without=True)
        make.language_offer(structure, how="staff")
        make.link(structure, "part_of", target)
        point = make.access_point(structure, "place")
        make.seen(point.location, "door_width", measure=90)
    with django_assert_num_queries(1):
        found = parts([structure.pk for structure in made])
    first, place = found[made[0].pk], made[0].access_points.get().location_id
    assert first.ages == (18, None)
    assert (first.papers[0].needed, first.papers[0].come_without) == ("sometimes", True)
    assert first.offers[0].how == "staff"
    assert (first.links[0].kind, first.links[0].outgoing, first.links[0].other) == ("part_of", True, target.pk)
    assert first.links[0].uuid == uuid.UUID(str(target.uuid))
    assert (first.seen[place][0].question, first.seen[place][0].measure) == ("door_width", 90)


def test_link_is_seen_from_both_ends():
    part, whole = make.structure("part"), make.structure("whole")
    make.link(part, "part_of", whole)
    assert [(link.outgoing, link.other) for link in parts([whole.pk])[whole.pk].links] == [(False, part.pk)]
