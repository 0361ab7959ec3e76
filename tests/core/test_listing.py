"""One listing for all: counts under the other filters, OR within, AND between, pages, bad input."""

import pytest
from django.db.models import Q
from django.http import Http404, QueryDict

from core.listing import Facet, Listing, Option, Sort
from core.taxonomy import TargetGroup, TargetGroupWords

LAW = Facet("law", "Law", (Option("vulnerable", "Vulnerable"), Option("special", "Special")), lookup="law")
WORD = Facet("word", "Word", (Option("el", "Greek"), Option("en", "English")), lookup="words__language")
EARLY = Facet("early", "Early", (Option("yes", "Early"),), condition=lambda value: Q(order__lt=3))
LISTING = Listing(
    facets=(LAW, WORD, EARLY),
    sorts=(Sort("order", "By order", ("order",)), Sort("name", "By name", ("slug",))),
    page_size=3,
)


@pytest.fixture
def groups(db):
    """Five groups: odd ones vulnerable, even ones special; the first three have English words too."""
    for number in range(1, 6):
        group = TargetGroup.objects.create(
            slug=f"g{6 - number}", order=number, law="vulnerable" if number % 2 else "special"
        )
        TargetGroupWords.objects.create(term=group, language="el", name=f"Ομάδα {number}")
        if number < 4:
            TargetGroupWords.objects.create(term=group, language="en", name=f"Group {number}")
    return TargetGroup.objects.all()


def read(groups, query=""):
    return LISTING.read(groups, QueryDict(query), path="/x/")


def counts(page, facet):
    return {option.value: option.count for view in page.facets if view.name == facet for option in view.options}


def test_values_of_a_facet_are_counted_under_the_other_facets(groups):
    page = read(groups, "law=special")
    assert counts(page, "law") == {"vulnerable": 3, "special": 2}
    assert counts(page, "word") == {"el": 2, "en": 1}


def test_values_are_joined_by_or_within_and_by_and_between(groups):
    assert read(groups, "law=special&law=vulnerable").total == 5
    assert read(groups, "law=special&word=en").total == 1


def test_an_item_with_many_rows_is_found_once(groups):
    page = read(groups, "word=el&word=en")
    assert page.total == 5
    assert [item.order for item in page.items] == [1, 2, 3]


def test_a_condition_filters_and_is_counted(groups):
    page = read(groups, "early=yes")
    assert [item.order for item in page.items] == [1, 2]
    assert counts(read(groups, "law=special"), "early") == {"yes": 1}


def test_a_count_is_what_its_link_shows(groups):
    numbers = counts(read(groups, "early=yes"), "law")
    assert numbers == {value: read(groups, f"early=yes&law={value}").total for value in numbers} != {}


def test_a_zero_is_disabled_unless_it_is_chosen(groups):
    page = read(groups.filter(law="special"), "word=en")
    views = {option.value: option for option in page.facets[0].options}
    assert views["vulnerable"].disabled
    assert not views["special"].disabled


def test_a_chip_takes_its_value_away_and_leaves_the_rest(groups):
    chips = read(groups, "law=special&word=en&sort=name").chips
    assert [chip.label for chip in chips] == ["Special", "English"]
    assert chips[0].remove_url == "/x/?word=en&sort=name"


def test_sorting_is_by_the_first_order_unless_another_is_asked(groups):
    assert [item.slug for item in read(groups).items] == ["g5", "g4", "g3"]
    assert [item.slug for item in read(groups, "sort=name").items] == ["g1", "g2", "g3"]
    assert [item.slug for item in read(groups, "sort=nonsense").items] == ["g5", "g4", "g3"]


def test_pages_are_linked_and_keep_the_choice(groups):
    page = read(groups, "word=el")
    assert (page.page, page.pages, page.previous_url, page.next_url) == (1, 2, "", "/x/?word=el&page=2")
    assert read(groups, "word=el&page=2").previous_url == "/x/?word=el"


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "1e9", "٣", "999999999999"])
def test_a_page_number_that_is_none_is_the_first_page(groups, number):
    assert read(groups, f"page={number}").page == 1


def test_a_page_beyond_the_end_is_not_found(groups):
    with pytest.raises(Http404):
        read(groups, "page=3")


def test_an_unknown_value_is_left_out_with_a_notice(groups):
    page = read(groups, "law=martian&law=special")
    assert page.total == 2
    assert len(page.notices) == 1


@pytest.mark.parametrize("copies", [1, 50])
def test_reading_costs_three_queries_for_one_and_for_many(db, django_assert_num_queries, copies):
    for number in range(copies):
        TargetGroup.objects.create(slug=f"n{number}", order=number, law="special")
    with django_assert_num_queries(3):
        assert read(TargetGroup.objects.all(), "law=special&law=vulnerable").items


KNOWN = Facet(
    "known",
    "Known",
    (Option("low", "Low"), Option("odd", "Odd")),
    condition=lambda value: Q(order__in={"low": (1, 2), "odd": (1, 3)}[value]),
    every=True,
    unknown=lambda value: Q(order__in={"low": (4,), "odd": (2, 4, 5)}[value]),
)
HONEST = Listing(facets=(KNOWN, WORD), sorts=LISTING.sorts)


def test_facet_that_wants_every_value_keeps_what_has_them_all(groups):
    page = HONEST.read(groups, QueryDict("known=low&known=odd"), path="/x/")
    assert [group.order for group in page.items] == [1]
    assert counts(HONEST.read(groups, QueryDict("known=low")), "known") == {"low": 2, "odd": 1}


def test_where_nobody_knows_is_counted_beside_with_a_link_to_it(groups):
    page = HONEST.read(groups, QueryDict("known=low"), path="/x/")
    assert [(each.label, each.count, each.url) for each in page.unknown] == [("Low", 1, "/x/?known=low-unknown")]
    behind = HONEST.read(groups, QueryDict("known=low-unknown"), path="/x/")
    assert [group.order for group in behind.items] == [4]
    assert behind.chips[0].remove_url == "/x/"


def test_unknown_is_counted_under_what_else_was_chosen(groups):
    page = HONEST.read(groups, QueryDict("known=low&known=odd"), path="/x/")
    assert {each.label: each.count for each in page.unknown} == {"Odd": 1}


def test_empty_list_names_the_choice_that_costs_most(groups):
    page = HONEST.read(groups, QueryDict("known=low-unknown&word=en"), path="/x/")
    assert page.total == 0
    assert (page.relaxed.label, page.relaxed.count) == ("Low", 3)
    assert page.relaxed.url == "/x/?word=en"
    assert HONEST.read(groups, QueryDict("known=low")).relaxed is None
