"""Filters that ask a question: what is known is found, what nobody knows is counted beside it."""

import re
from zoneinfo import ZoneInfo

import pytest
from django.http import QueryDict
from django.utils import timezone

from directory.pages.listing import structure_listing
from directory.selectors.hours import Asked
from directory.selectors.structures import listed
from directory.services import rebuild_all_intervals
from tests.factories import directory as make

ATHENS = ZoneInfo("Europe/Athens")


@pytest.fixture
def index(home):
    return make.index_page(home)


@pytest.fixture
def add(index):
    def added(slug, **fields):
        structure = make.structure(slug, **fields)
        make.structure_page(index, structure)
        return structure

    return added


def found(query, now):
    """Titles of the hits, and of how many more nobody knows."""
    asked = Asked("el", now, ATHENS)
    page = structure_listing(asked).read(listed("el"), QueryDict(f"{query}&sort=name"))
    return sorted(each.title for each in page.items), sum(each.count for each in page.unknown)


def test_what_opens_at_the_weekend_or_after_four(add, now):
    for slug, osm in {"early": "Mo-Fr 08:00-16:00", "late": "Mo-Fr 12:00-16:30", "sunday": "Su 10:00-12:00"}.items():
        make.access_point(add(slug), "phone", osm=osm)
    make.access_point(add("unknown"), "phone")
    rebuild_all_intervals(at=now, zone=ATHENS)
    assert found("open=now", now) == (["early", "late"], 1)
    assert found("open=weekend", now) == (["sunday"], 1)
    assert found("open=late", now) == (["late"], 1)
    assert found("open=late&open=weekend", now)[0] == ["late", "sunday"]
    assert found("open=now-unknown", now)[0] == ["unknown"]


def test_what_needs_no_money_no_appointment_and_no_papers(add, now):
    easy = add("easy", cost="free", without_papers=True)
    make.access_point(easy, "place", walk_in=True)
    bring = add("bring", cost="free")
    make.document(bring, come_without=True)
    paid = add("paid", cost="paid")
    make.document(paid)
    make.access_point(paid, "place", walk_in=False)
    add("unknown")
    assert found("without=cost", now) == (["bring", "easy"], 1)
    assert found("without=papers", now) == (["bring", "easy"], 1)
    assert found("without=appointment", now) == (["easy"], 2)
    assert found("without=cost&without=papers&without=appointment", now)[0] == ["easy"]


def test_step_free_returns_only_a_yes_and_counts_the_unknown(add, now):
    for slug, answer in {"yes": "yes", "no": "no", "partly": "partly", "could-not-tell": "unknown"}.items():
        make.seen(make.access_point(add(slug), "place").location, "step_free", answer)
    make.access_point(add("nobody-looked"), "place")
    make.access_point(add("only-a-phone"), "phone")
    assert found("access=step_free", now) == (["yes"], 2)
    assert found("access=step_free-unknown", now)[0] == ["could-not-tell", "nobody-looked"]


def test_whoever_needs_two_things_gets_places_with_both(add, now):
    both = make.access_point(add("both"), "place").location
    make.seen(both, "step_free")
    make.seen(both, "toilet")
    make.seen(make.access_point(add("one"), "place").location, "step_free")
    assert found("access=step_free&access=toilet", now)[0] == ["both"]


def test_a_line_for_writing_and_a_sign_language_count_without_a_look(add, now):
    make.line(make.access_point(add("writes"), "text"), "+306900000000", kind="sms")
    make.language_offer(add("signs"), "gss", "ΕΝΓ", how="interpreter")
    make.language("gss").__class__.objects.update(sign=True)
    assert found("access=written", now)[0] == ["writes"]
    assert found("access=sign", now)[0] == ["signs"]


def test_accessibility_of_a_sensitive_structure_is_neither_found_nor_counted(add, now):
    point = make.access_point(add("shelter"), "place")
    make.seen(point.location, "step_free")
    point.structure.__class__.objects.update(sensitive=True)
    assert found("access=step_free", now) == ([], 0)


def test_reader_sees_the_unknown_ones_below_the_hits_and_may_look_at_them(client, index, add):
    make.access_point(add("nobody-looked"), "place")
    body = client.get("/domes/?access=step_free").content.decode()
    assert "Δεν γνωρίζουμε για 1 ακόμη: Είσοδος χωρίς σκαλιά" in body
    assert 'href="/domes/?access=step_free-unknown"' in body
    behind = client.get("/domes/?access=step_free-unknown").content.decode()
    assert "Είσοδος χωρίς σκαλιά: δεν είναι γνωστό" in behind
    assert "nobody-looked" in behind


def test_nothing_found_names_the_filter_that_costs_most(client, index, add):
    add("paid", cost="paid")
    make.need("work", "Δουλειά")
    body = client.get("/domes/?need=food&without=cost").content.decode()
    assert "Χωρίς το φίλτρο «<bdi>Δωρεάν</bdi>»: 1 δομή" in body


def test_words_are_a_filter_with_a_chip_and_a_field(client, index):
    for key, title in {"laundry": "Πλυντήριο", "meals": "Συσσίτιο"}.items():
        make.structure_page(index, make.structure(key), title=title)
    body = client.get("/domes/?q=%20Πλυντήριο%00").content.decode()
    assert body.count("<article") == 1
    assert 'name="q" type="search" value="Πλυντήριο"' in body
    assert 'type="checkbox" value="Πλυντήριο"' not in body  # they are taken away by their chip
    assert 'href="/domes/"><span>Πλυντήριο</span>' in body
    nothing = client.get("/domes/?q=ανύπαρκτο&need=food").content.decode()
    assert "Χωρίς το φίλτρο «<bdi>ανύπαρκτο</bdi>»: 2 δομές" in nothing
    assert client.get("/domes/?q=" + "α" * 5000).status_code == 200


def test_page_beyond_the_end_leads_to_the_last_one(client, index, add):
    for number in range(21):
        add(f"s{number}")
    answer = client.get("/domes/?need=food&page=9")
    assert answer.status_code == 404
    assert 'href="/domes/?need=food&amp;page=2"' in answer.content.decode()


def test_value_without_a_hit_is_disabled_and_shown(client, index, add):
    add("paid", cost="paid")
    body = client.get("/domes/").content.decode()
    assert re.search(r'name="without" type="checkbox" value="cost" disabled><span>Δωρεάν', body)


@pytest.mark.parametrize(
    "facet", ["need", "group", "community", "channel", "language", "family", "open", "without", "access"]
)
def test_facet_of_the_list_is_a_plain_field_of_its_form(client, index, add, facet):
    make.community(), make.language()
    add("any")
    body = client.get("/domes/").content.decode()
    form = body[body.index('class="facets"') :]
    form = form[: form.index("</form>")]
    assert f'name="{facet}" type="checkbox"' in form
    assert '<button class="btn">' in form


@pytest.mark.parametrize("count", [1, 50])
def test_list_with_every_filter_costs_the_same_for_one_and_fifty(
    client, index, add, count, django_assert_max_num_queries
):
    for number in range(count):
        point = make.access_point(
            add(f"s{number}", cost="free", without_papers=True), "place", osm="24/7", walk_in=True
        )
        make.seen(point.location, "step_free")
    rebuild_all_intervals(at=timezone.now(), zone=ATHENS)
    query = "?need=food&open=now&without=cost&without=papers&access=step_free&q=s"
    client.get(f"/domes/{query}")
    with django_assert_max_num_queries(14):
        response = client.get(f"/domes/{query}")
    assert response.content.count(b"<article") == min(count, 20)
