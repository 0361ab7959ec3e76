"""A structure in a language without its words: facts in the reader's, words marked, no second address for search."""

import pytest
from wagtail.models import Locale

from directory.models import StructurePage


@pytest.fixture
def copy(demo_content, db):
    """A structure whose Arabic words are taken away, so that the English ones stand in."""
    pages = StructurePage.objects.filter(slug="kentro-koinotitas")
    pages.get(locale__language_code="ar").delete()
    english = pages.get(locale__language_code="en")
    return english.copy_for_translation(Locale.objects.get(language_code="ar"), alias=True)


@pytest.fixture
def html(copy, client):
    return client.get(copy.get_url()).content.decode()


def test_words_are_marked_and_facts_are_in_the_readers_language(html, copy):
    assert '<html lang="ar" dir="rtl">' in html
    assert f'<h1 lang="en" dir="ltr">{copy.title}</h1>' in html
    assert "هذا النص باليونانية والإنجليزية فقط" in html
    assert "كيف تتواصل" in html


def test_copy_is_no_translation_for_search_machines(html, copy):
    assert f'<link rel="canonical" href="http://testserver{copy.alias_of.get_url()}">' in html
    assert 'rel="alternate" hreflang' not in html


def test_language_switch_leads_to_the_copy(copy, client):
    greek = StructurePage.objects.get(slug="kentro-koinotitas", locale__language_code="el")
    page = client.get(greek.get_url()).content.decode()
    assert f'href="{copy.get_url()}" lang="ar" hreflang="ar"' in page
    assert 'rel="alternate" hreflang="ar"' not in page


def test_list_says_in_which_language_the_words_are(copy, client):
    need = copy.structure.needs.first()
    page = client.get(f"{copy.get_parent().get_url()}?need={need.slug}&family={copy.structure.family}")
    assert "بالإنجليزية" in page.content.decode()


def test_language_switch_stays_on_the_links_of_a_structure(copy, client):
    greek = StructurePage.objects.get(slug="kentro-koinotitas", locale__language_code="el")
    body = client.get(greek.links_url).content.decode()
    assert f'href="{copy.links_url}" lang="ar" hreflang="ar"' in body


def test_list_of_copies_keeps_its_budget(copy, client, django_assert_max_num_queries):
    address = copy.get_parent().get_url()
    client.get(address)
    with django_assert_max_num_queries(14):
        assert client.get(address + "?need=food").status_code == 200
