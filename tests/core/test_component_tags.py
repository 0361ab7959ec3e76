"""Tags and filters of the components."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from core.templatetags.hub import anchor, as_data, at, icon, lang, page_font


def test_icon_is_silent_and_flips_only_what_shows_a_direction():
    assert 'aria-hidden="true"' in icon("phone")
    assert "icon-flip" in icon("arrow")
    assert "icon-flip" not in icon("clock")


def test_words_in_another_language_carry_their_language_and_direction():
    with translation.override("ar"):
        assert lang("el") == ' lang="el" dir="ltr"'
        assert lang("ar") == ""
        assert lang("") == ""


def test_data_block_cannot_be_closed_from_inside():
    assert "</script" not in as_data('{"name": "</script><b>"}')


def test_anchor_keeps_greek_letters_and_is_never_empty():
    assert anchor("Για ποιους είναι;") == "για-ποιους-είναι"
    assert anchor("!!!") == "part"


def test_cell_beyond_the_row_is_empty():
    assert at(["one"], 3) == ""


@pytest.mark.parametrize(("language", "font"), [("el", "greek"), ("ar", "arabic"), ("sq", "latin"), ("uk", "cyrillic")])
def test_page_asks_early_for_the_font_of_its_letters(language, font):
    assert f"hub-{font}.woff2" in page_font(language)


def test_fact_without_a_value_says_that_we_do_not_know():
    with translation.override("en"):
        html = render_to_string("components/facts.html", {"items": [{"term": "Cost", "text": ""}]})
    assert "We do not know." in html


def test_fact_with_several_values_shows_each():
    html = render_to_string("components/facts.html", {"items": [{"term": "Languages", "lines": ["Greek", "Arabic"]}]})
    assert html.count("<dd") == 2


def test_card_escapes_what_people_wrote():
    html = render_to_string("components/card.html", {"title": "<b>x</b>", "text": "<script>", "level": 2})
    assert "<script>" not in html
    assert "<h2>" in html


def test_facet_beyond_ten_values_folds_the_rest():
    options = [SimpleNamespace(value=n, label=n, language="", count=1, chosen=False, disabled=False) for n in range(14)]
    facet = SimpleNamespace(name="need", label="Need", options=options, chosen=0, open=True)
    with translation.override("en"):
        html = render_to_string("components/facets.html", {"facets": [facet], "chips": [], "action": ""})
    assert html.count('type="checkbox"') == 14
    assert "See 4 more" in html
