"""The list of structures: its numbers are those of counting one by one, its order is people's, it is never stale."""

import sqlite3
import subprocess
import sys
import time
from collections import Counter
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.http import QueryDict

from core.bench.servers import Server, child_environment
from directory.bench.corpus import fill
from directory.models import AccessPoint, ContactLine, Structure
from directory.pages.listing import held_now, structure_listing
from directory.selectors.hours import Asked
from directory.selectors.structures import listed
from directory.services import rebuild_all_intervals
from tests.core.cache.test_processes import SETTINGS, get, wait_until
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")


@pytest.fixture
def index(home):
    return make.index_page(home)


@pytest.fixture
def corpus(index, now):
    """Sixty random examples, some of them ended."""
    for number in range(4):
        make.need(f"n{number}")
        make.group(f"g{number}")
        make.community(f"c{number}")
        make.language(f"l{number}")
        make.document_type(f"d{number}")
    fill(60, now)
    Structure.objects.filter(slug__in=("bench-3", "bench-17")).update(status="ended")
    return list(Structure.objects.exclude(status="ended"))


def read(now, query="", language="el"):
    asked = Asked(language, now, ATHENS)
    return structure_listing(asked).read(listed(language), QueryDict(query), held=held_now(asked))


def counts(page):
    return {
        (facet.name, option.value): option.count for facet in page.facets for option in facet.options if option.count
    }


def values(structure, now):
    """What one structure holds, asked of it alone."""
    points = list(structure.access_points.all())
    found = {("need", term.slug) for term in structure.needs.all()}
    found |= {("group", term.slug) for term in structure.target_groups.all()}
    found |= {("language", offer.language.slug) for offer in structure.language_offers.all()}
    found |= {("channel", point.channel) for point in points} | {("family", structure.family)}
    for point in points:
        found |= {("community", term.slug) for term in point.communities.all()}
        found |= {("community", point.location.community.slug)} if point.location else set()
        found |= {("community", "city")} if point.citywide else set()
        found |= {("without", "appointment")} if point.walk_in else set()
        found |= {("open", "now")} if point.intervals.filter(start__lte=now, end__gt=now, kind="open") else set()
    papers = list(structure.documents.all())
    easy = bool(papers) and all(paper.come_without for paper in papers)
    found |= (
        {("without", "papers")} if structure.without_papers or (structure.without_papers is None and easy) else set()
    )
    return found | ({("without", "cost")} if structure.cost == "free" else set())


def test_numbers_beside_the_filters_are_those_of_counting_one_by_one(corpus, now):
    own = {structure.pk: values(structure, now) for structure in corpus}
    asked_alike = {"need", "group", "language", "channel", "family", "community", "without"}

    plain = counts(read(now))
    assert {key: found for key, found in plain.items() if key[0] in asked_alike or key == ("open", "now")} == Counter(
        value for held in own.values() for value in held
    )
    chosen = counts(read(now, "need=n1&need=n2&community=city"))
    kept = [held for held in own.values() if held & {("need", "n1"), ("need", "n2")} and ("community", "city") in held]
    for value in {value for held in own.values() for value in held if value[0] == "channel"}:
        assert chosen.get(value, 0) == sum(value in held for held in kept)


def test_every_number_is_the_length_of_the_list_behind_it(corpus, now):
    query = "need=n1&open=now"
    numbers = counts(read(now, query))
    assert len(numbers) > 20
    for (facet, value), count in numbers.items():
        behind = QueryDict(query, mutable=True)
        taken = behind.getlist(facet) if facet in ("without", "access") else []
        behind.setlist(facet, [*taken, value])
        assert read(now, behind.urlencode()).total == count, (facet, value)


def test_pages_of_the_list_hold_every_structure_once(corpus, now):
    found = [structure.pk for number in (1, 2, 3) for structure in read(now, f"page={number}").items]
    assert len(found) == 58
    assert set(found) == {structure.pk for structure in corpus}


def test_open_ones_stand_first_and_names_decide_last(index, now):
    hours = {"Όμιλος": "Mo-Su 00:00-24:00", "άσυλο": "Mo-Su 00:00-24:00"}
    for number, title in enumerate(("Zoe", "Ωδείο", "Όμιλος", "«Ζωή»", "άσυλο", "Ίδρυμα")):
        structure = make.structure(f"s{number}")
        make.access_point(structure, osm=hours.get(title, ""))
        make.structure_page(index, structure, title=title)
    rebuild_all_intervals(at=now, zone=ATHENS)
    titles = [structure.title for structure in read(now).items]
    assert titles == ["άσυλο", "Όμιλος", "«Ζωή»", "Ίδρυμα", "Ωδείο", "Zoe"]
    by_name = [structure.title for structure in read(now, "sort=name").items]
    assert by_name == ["άσυλο", "«Ζωή»", "Ίδρυμα", "Όμιλος", "Ωδείο", "Zoe"]


def test_change_through_any_door_is_in_the_next_list(index, now):
    structure = make.structure()
    point = make.access_point(structure)
    make.structure_page(index, structure)
    before = counts(read(now))
    assert ("access", "written") not in before

    ContactLine.objects.create(access_point=point, number="+306900000000", kind="sms")
    assert counts(read(now))["access", "written"] == 1
    structure.needs.set([make.need("work")])
    structure.save()
    assert counts(read(now))["need", "work"] == 1
    AccessPoint.objects.get().delete()
    assert ("channel", "phone") not in counts(read(now))


CHANGE = """
import django
django.setup()
from directory.models import Structure
structure = Structure.objects.get()
structure.cost = "free"
structure.save()
"""


@pytest.mark.processes
@pytest.mark.django_db(transaction=True)
def test_change_of_one_process_is_in_the_list_of_another_within_a_second(index, tmp_path):
    make.structure_page(index, make.structure(cost="paid"))
    environment = SETTINGS | {"HUB_DATABASE": str(tmp_path / "hub.sqlite3")}
    with sqlite3.connect(tmp_path / "hub.sqlite3") as copy:
        connection.connection.backup(copy)
    with Server(environment=environment) as server:
        path = "/domes/?without=cost"
        assert "<article" not in get(server, path)[2]
        subprocess.run([sys.executable, "-c", CHANGE], env=child_environment(environment), check=True)
        committed = time.monotonic()
        wait_until(lambda: "<article" in get(server, path)[2], seconds=20)
        assert time.monotonic() - committed < 1 + 1  # a look each half a second, and the page itself
