"""A text points to a fact and never holds its number: when the fact changes, every text and language says so."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from core.blocks import BodyBlock
from core.chips import chip, choices
from directory.models.access import ContactLine
from home.models.projects import BudgetLine, BudgetNote
from home.pages import HomePage
from tests.factories import directory as there
from tests.factories import home as make
from tests.factories import studies as library

pytestmark = pytest.mark.django_db


def body(*parts):
    value = [{"type": kind, "value": said} for kind, said in parts]
    return json.dumps([{"type": "sentence", "value": value}])


@pytest.fixture
def laundry(home):
    """A live structure with a phone."""
    page = there.structure_page(there.index_page(home), there.structure())
    there.line(there.access_point(page.structure))
    return page.structure


def read(client, page):
    return " ".join(client.get(page.get_url()).content.decode().split())


def test_phone_in_a_sentence_is_a_link_with_the_number_of_today(client, home, laundry):
    page = make.standard_page(home, body=body(("words", "Καλέστε το"), ("fact", "phone:laundry"), ("words", ".")))
    said = '<a class="fact num" href="tel:+302100000000" data-fact="phone:laundry"><bdi>210 000 0000</bdi></a>.'
    assert f"Καλέστε το {said}" in read(client, page)
    line = ContactLine.objects.get()
    line.number = "+302109999999"
    line.save()
    laundry.save()
    assert "210 999 9999" in read(client, page)


@pytest.mark.parametrize(
    ("language", "said"), [("el", "0 από 1"), ("en", "0 of 1"), ("ar", "0 من 1"), ("sq", "0 nga 1"), ("uk", "0 з 1")]
)
def test_share_checked_in_time_may_stand_in_a_text(client, home, laundry, language, said):
    assert chip("checks:share", language).text == said
    page = make.standard_page(home, body=body(("words", "Εγκαίρως:"), ("fact", "checks:share"), ("words", "δομές.")))
    assert "<bdi>0 από 1</bdi></span> δομές." in read(client, page)
    today = timezone.localdate()
    laundry.checked_on, laundry.next_check_on = today, today + timedelta(days=30)
    laundry.save()
    assert "<bdi>1 από 1</bdi></span> δομές." in read(client, page)


def test_fact_that_is_gone_is_said_in_words(client, home):
    page = make.standard_page(home, body=body(("words", "Καλέστε το"), ("fact", "phone:nowhere")))
    assert "δεν το γνωρίζουμε τώρα" in read(client, page)


@pytest.mark.parametrize(("language", "shown"), [("el", "180.000 €"), ("en", "€180,000")])
def test_amount_speaks_the_language_of_the_page(homes, language, shown):
    BudgetLine.objects.create(project=make.project(slug="kombos"), amount=180_000)
    assert chip("project:kombos:total", language).text.replace("\xa0", " ") == shown


def test_amount_with_a_note_is_no_chip(homes):
    line = BudgetLine.objects.create(project=make.project(slug="kombos"), amount=180_000)
    BudgetNote.objects.create(line=line, language="el", note="δική μας ανάγνωση")
    assert chip("project:kombos:total", "el") is None


def test_date_of_a_project_is_as_exact_as_it_is_known(homes):
    make.project(slug="kombos", ends="2027-12-31", begins="2020-08")
    assert [chip(f"project:kombos:{part}", "en").text for part in ("begins", "ends")] == [
        "August 2020",
        "31 December 2027",
    ]


def test_newest_figure_of_an_indicator_is_a_chip(homes):
    made = library.indicator("unemployment")
    for year, value in (("2023", "9.1"), ("2024", "8.2")):
        library.value(made, year, value)
    assert chip("figure:unemployment", "el").text.startswith("8,2")


def test_phone_of_the_hub_and_the_emergency_number_are_chips(homes):
    assert [chip(f"hub:{name}", "en").url for name in ("phone", "emergency")] == ["tel:+302100000000", "tel:112"]


def test_editors_choose_among_facts_by_kind_and_see_what_they_say(homes, laundry):
    by_kind = {str(label): dict(facts) for label, facts in choices()}
    assert by_kind["Τηλέφωνο δομής"]["phone:laundry"].endswith("210 000 0000")


def test_sentence_with_an_unknown_fact_is_refused(homes):
    block = BodyBlock()
    value = block.to_python(json.loads(body(("fact", "phone:nowhere"))))
    with pytest.raises(Exception, match=r".") as refused:
        block.clean(value)
    assert "phone:nowhere" in str(refused.value.as_json_data())


@pytest.mark.parametrize("chips", [1, 50])
def test_chips_cost_no_query_however_many_there_are(client, home, laundry, django_assert_max_num_queries, chips):
    page = make.standard_page(home, body=body(*[("fact", "phone:laundry")] * chips))
    client.get(page.get_url())
    with django_assert_max_num_queries(12):
        client.get(page.get_url())


def test_words_of_a_sentence_are_found_by_search(home):
    page = make.standard_page(home, body=body(("words", "Καλέστε αμέσως"), ("fact", "phone:nowhere")))
    assert "Καλέστε αμέσως" in " ".join(page.body.stream_block.get_searchable_content(page.body))


@pytest.mark.usefixtures("demo_content")
def test_no_text_of_the_demo_holds_a_number_that_is_a_fact():
    for language in ("el", "en"):
        page = HomePage.objects.get(locale__language_code=language).danger_page.specific
        facts = [part.value for block in page.body if block.block_type == "sentence" for part in block.value]
        assert {"phone:grammi-112", "phone:grammi-100:sms"} <= set(facts)
        words = json.dumps(page.body.get_prep_value(), ensure_ascii=False)
        assert " 112" not in words
        assert " 100 " not in words
