"""Pages of studies and figures: what readers see, what it costs, what downloads hold."""

import csv
import io
import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from core.taxonomy import Need, NeedWords
from studies.models import IndicatorIndexPage, StudyIndexPage
from tests.factories.studies import area, index_page, indicator, indicator_page, part, study, study_page, value


@pytest.fixture
def library(homes):
    return {language: index_page(home, slug=f"studies-{language}") for language, home in homes.items()}


@pytest.fixture
def observatory(homes):
    return {language: index_page(home, IndicatorIndexPage, f"figures-{language}") for language, home in homes.items()}


def make_studies(library: StudyIndexPage, count: int) -> None:
    money = Need.objects.create(slug="money")
    NeedWords.objects.create(term=money, language="el", name="Χρήματα")
    for place in range(count):
        made = study(f"study-{place}", year=2000 + place % 20)
        made.needs.add(money)
        made.save()
        study_page(library, made, f"Μελέτη {place}")


@pytest.mark.parametrize("count", [1, 50])
def test_library_costs_the_same_for_one_and_for_fifty_studies(client, library, count, django_assert_max_num_queries):
    make_studies(library["el"], count)
    client.get("/studies-el/?sort=title")
    with django_assert_max_num_queries(14):
        response = client.get("/studies-el/?need=money")
    assert response.status_code == 200


def test_library_filters_by_need_and_year(client, library):
    make_studies(library["el"], 3)
    study_page(library["el"], study("other", year=1999), "Άλλη")
    titles = re.findall(r">(Μελέτη \d|Άλλη)</a>", client.get("/studies-el/?need=money&year=2001").content.decode())
    assert titles == ["Μελέτη 1"]


def test_study_without_a_page_in_a_language_is_listed_with_its_greek_words(client, library):
    study_page(library["el"], study(), "Έρευνα εισοδήματος")
    page = client.get("/en/studies-en/").content.decode()
    assert '<a href="/studies-el/survey/" lang="el" dir="ltr">Έρευνα εισοδήματος</a>' in page


def test_unknown_page_of_the_library_is_not_found_and_bad_filters_are_dropped(client, library):
    make_studies(library["el"], 1)
    assert client.get("/studies-el/?page=2").status_code == 404
    assert client.get("/studies-el/?need=nothing&page=abc").status_code == 200


def test_study_page_shows_findings_citation_and_structured_data(client, library, django_assert_max_num_queries):
    made = study(published_on="2025-04-16", doi="10.1/x", kind="paper")
    study_page(library["el"], made, findings=[("finding", {"text": "Το 26,9% σε κίνδυνο.", "page": 4})])
    client.get("/studies-el/")
    with django_assert_max_num_queries(12):
        page = client.get("/studies-el/survey/").content.decode()
    assert "Το 26,9% σε κίνδυνο." in page
    assert "<span>ΕΛΣΤΑΤ (2025).</span> <cite>Έρευνα</cite>. https://<wbr>doi.org/<wbr>10.1/<wbr>x" in page
    data = json.loads(
        re.search(r'ld\+json">(\{"@context":"https://schema.org","@type":"ScholarlyArticle.*?)</script>', page)[1]
    )
    assert (data["datePublished"], data["author"]) == ("2025-04-16", [{"@type": "Organization", "name": "ΕΛΣΤΑΤ"}])


def test_study_refuses_a_day_in_another_year_and_a_doi_with_its_address(db):
    with pytest.raises(ValidationError, match=r"."):
        study(published_on="2024-01-01").full_clean()
    with pytest.raises(IntegrityError):
        study("other", doi="https://doi.org/10.1/x")


def test_study_has_one_page_in_a_language(library):
    made = study()
    study_page(library["el"], made)
    with pytest.raises(ValidationError) as refused:
        library["el"].add_child(
            instance=type(library["el"].get_children().first().specific)(
                title="Δεύτερη", slug="second", locale=library["el"].locale, study=made
            )
        )
    assert "study" in refused.value.message_dict


def test_indicator_page_shows_figure_chart_table_and_data(client, observatory, django_assert_max_num_queries):
    of = indicator()
    for year, amount in ((2023, 26.1), (2024, 26.9), (2025, 27.5)):
        value(of, str(year), amount)
    indicator_page(observatory["en"], of, "Poverty risk")
    client.get("/en/figures-en/")
    with django_assert_max_num_queries(12):
        page = client.get("/en/figures-en/arope/").content.decode()
    assert "<b>27.5%</b>" in page
    assert page.count('role="img"') == 2
    assert "<td>27.5%</td>" in page
    assert 'href="/en/statistics/arope.csv"' in page
    assert '"@type":"Dataset"' in page


@pytest.mark.parametrize("count", [1, 50])
def test_figures_cost_the_same_for_one_and_for_fifty(client, observatory, count, django_assert_max_num_queries):
    for place in range(count):
        of = indicator(f"indicator-{place}")
        value(of, "2024", place)
        value(of, "2025", place + 1)
        indicator_page(observatory["el"], of, f"Δείκτης {place}")
    client.get("/figures-el/indicator-0/")
    with django_assert_max_num_queries(12):
        page = client.get("/figures-el/").content.decode()
    assert page.count("Δείκτης") == count


def test_download_is_one_row_a_value_with_names_in_the_language_of_its_address(client, observatory):
    of = indicator()
    value(of, "2025", 27.5)
    value(of, "2025", 28.25, breakdown=part())
    indicator_page(observatory["el"], of)
    response = client.get("/en/statistics/arope.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="arope-en.csv"'
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert [(row["area"], row["breakdown"], row["value"]) for row in rows] == [
        ("Greece", "", "27.5"), ("Greece", "Women", "28.25")
    ]  # fmt: skip
    assert rows[0]["source_url"] == "https://example.org/a"


def test_download_of_an_indicator_without_a_public_page_is_not_found(client, observatory):
    value(indicator(), "2025", 27.5)
    assert client.get("/statistics/arope.csv").status_code == 404


def test_value_stands_once_for_the_whole_too(db):
    of = indicator()
    value(of, "2025", 1)
    with pytest.raises(IntegrityError):
        value(of, "2025", 2, where=area())
