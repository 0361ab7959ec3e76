"""Good practices: list, filters, page, panel, search, demo."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import QueryDict

from core.hooks import registered
from core.taxonomy import Need, NeedWords
from network.indexing import practice_pages
from network.pages import GoodPracticePage
from network.selectors.practices import PracticeIndex, practice_index
from tests.conftest import NOON
from tests.factories.network import make_practice, make_practice_index, make_practice_pages


@pytest.fixture
def index(homes):
    return make_practice_index(homes)


def read(query: str = "", *, language: str = "el") -> PracticeIndex:
    return practice_index(QueryDict(query), language=language, path="/praktikes/")


def titles(found: PracticeIndex) -> list[str]:
    return [card.title for card in found.cards]


def test_practices_stand_by_evidence_then_by_year(index):
    for slug, evidence, year in (("low", "low", 2026), ("old", "high", 2010), ("new", "high", 2025)):
        make_practice_pages(make_practice(slug, evidence=evidence, year=year), index)
    assert titles(read()) == ["new el", "old el", "low el"]


def test_filters_join_need_place_evidence_and_year(index):
    need = Need.objects.create(slug="food")
    own = make_practice("own", of_city=True, year=2020, evidence="high")
    own.needs.add(need)
    make_practice_pages(own, index)
    make_practice_pages(make_practice("other", year=2020), index)
    assert titles(read("need=food&where=own&evidence=high&year=2020")) == ["own el"]
    assert titles(read("where=elsewhere")) == ["other el"]
    assert titles(read("where=elsewhere&need=food")) == []


def test_one_page_in_a_language_tells_a_practice(index):
    practice = make_practice("own")
    first = make_practice_pages(practice, index)["el"]
    second = GoodPracticePage(
        title="Own again", slug="again", practice=practice, locale=first.locale, problem="P", solution="S"
    )
    with pytest.raises(ValidationError) as refused:
        index["el"].add_child(instance=second)
    assert refused.value.error_dict["practice"][0].code == "only_page"


def test_practice_without_an_english_page_is_listed_in_greek(index):
    make_practice_pages(make_practice("greek"), index, languages=("el",))
    (card,) = read(language="en").cards
    assert (card.title, card.language) == ("greek el", "el")


def test_page_says_its_parts_and_what_is_not_confirmed(client, index):
    source = ("source", {"title": "Paper", "url": "https://example.org/a", "date": "2025", "what": ""})
    practice = make_practice("p", sources=[source], year=2020)
    make_practice_pages(practice, index, place="Piraeus", results="Ten people.", transferability="A room.")
    text = client.get("/en/practices/p/").content.decode()
    for said in ("Problem of p en.", "Solution of p en.", "Ten people.", "A room.", "Piraeus", "2020", "Paper"):
        assert said in text
    assert "From public sources; not confirmed by the organisation." in text
    assert "Who does what" not in text


def test_related_practices_share_a_need(client, index):
    need = Need.objects.create(slug="food")
    NeedWords.objects.create(term=need, language="el", name="Φαγητό")
    for slug in ("one", "two", "other"):
        practice = make_practice(slug)
        if slug != "other":
            practice.needs.add(need)
        make_practice_pages(practice, index)
    text = client.get("/praktikes/one/").content.decode()
    assert '<a href="/praktikes/two/"' in text
    assert '<a href="/praktikes/other/"' not in text


def test_database_refuses_evidence_and_years_that_do_not_exist(db):
    with pytest.raises(IntegrityError):
        make_practice("p", evidence="perfect")


def test_home_gets_three_practices_of_the_city_first(index):
    assert panel() is None
    for number in range(4):
        make_practice_pages(make_practice(f"p{number}", evidence="high", of_city=number == 3), index)
    assert [card.title for card in panel()["cards"]] == ["p3 el", "p2 el", "p1 el"]


def panel():
    (found,) = [each for each in registered("hub_home_panels") if each.name == "practices"]
    return found.selector("el", NOON)


def test_search_gets_all_parts_of_a_practice(index):
    practice = make_practice("p")
    practice.needs.add(Need.objects.create(slug="food"))
    page = make_practice_pages(practice, index, results="Ten people.")["en"]
    source = practice_pages()
    document = source.to_document(source.queryset().get(pk=page.pk), "en")
    assert document.body == "Problem of p en. Solution of p en. Ten people."
    assert document.needs == ("food",)
    assert source.to_document(page, "el") is None


@pytest.mark.parametrize("query", ["page=0", "page=x", "year=0", "where=moon"])
def test_bad_input_shows_the_first_page(client, index, query):
    make_practice_pages(make_practice("p"), index)
    assert client.get(f"/praktikes/?{query}").status_code == 200
    assert client.get("/praktikes/?page=99").status_code == 404


@pytest.mark.parametrize("count", [1, 50])
def test_list_and_page_take_the_same_few_queries_for_one_and_fifty(client, index, django_assert_max_num_queries, count):
    need = Need.objects.create(slug="food")
    for number in range(count):
        practice = make_practice(f"p{number}", year=2000 + number % 20)
        practice.needs.add(need)
        make_practice_pages(practice, index, languages=("el",))
    client.get("/")
    read()  # words of the taxonomy are kept per process
    with django_assert_max_num_queries(14):
        assert client.get("/praktikes/").status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get("/praktikes/p0/").status_code == 200
