"""Alerts come and go on the minute, and never stand too long."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from core.cache.reads import collecting
from core.strips import strips_of
from home.models.alerts import Alert
from home.selectors.strips import strips
from tests.conftest import NOON
from tests.factories import home as make

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


def headings(at, language="el"):
    return [strip.heading for strip in strips(None, language, at)]


def test_form_of_an_alert_begins_with_the_languages_it_needs_and_offers_kinds_of_page_that_exist(admin_client):
    html = admin_client.get(reverse(Alert.snippet_viewset.get_url_name("add"))).content.decode()
    form = querydict_from_html(html)
    assert [form["words-0-language"], form["words-1-language"]] == ["el", "en"]
    assert html.count('type="checkbox" name="page_types"') > 20
    assert "Entry page" not in html


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (NOON - SECOND, []),
        (NOON, ["Ανακοίνωση"]),
        (NOON + timedelta(days=1) - SECOND, ["Ανακοίνωση"]),
        (NOON + timedelta(days=1), []),
    ],
    ids=["a second before", "at its beginning", "its last second", "at its end"],
)
def test_alert_stands_from_its_first_to_its_last_second(moment, shown):
    make.alert(begins=NOON)
    assert headings(moment) == shown


def test_alert_speaks_the_language_of_the_reader():
    make.alert(begins=NOON)
    assert headings(NOON, "en") == ["Ανακοίνωση en"]
    assert strips(None, "ar", NOON)[0].language == "en"


def test_warning_stands_before_announcements_and_two_at_most():
    make.alert(begins=NOON - 2 * SECOND, heading="παλιά")
    make.alert(begins=NOON - SECOND, heading="νέα")
    make.alert(begins=NOON - 3 * SECOND, heading="προσοχή", level="warning")
    found = strips_of(None, "el", NOON)
    assert [strip.heading for strip in found.shown] == ["προσοχή", "νέα"]
    assert found.left == 1


def test_page_is_renewed_when_the_next_alert_begins_or_ends():
    make.alert(begins=NOON + timedelta(hours=2))
    with collecting() as reads:
        strips(None, "el", NOON)
    assert reads.until == NOON + timedelta(hours=2)
    with collecting() as reads:
        strips(None, "el", NOON + timedelta(hours=3))
    assert reads.until == NOON + timedelta(hours=26)


def test_alert_is_read_once_for_all_pages(django_assert_num_queries):
    make.alert(begins=NOON)
    strips(None, "el", NOON)
    with django_assert_num_queries(0):
        assert headings(NOON) == ["Ανακοίνωση"]


def test_alert_leads_to_the_page_in_the_language_of_the_reader(homes):
    page = make.standard_page(homes["el"])
    twin = make.standard_page(homes["en"], title="The hub", slug="the-hub", translation_key=page.translation_key)
    made = make.alert(begins=NOON)
    made.page = page
    made.save()
    assert strips(None, "el", NOON)[0].url == page.get_url()
    assert strips(None, "en", NOON)[0].url == twin.get_url()


@pytest.mark.parametrize(("level", "days"), [("info", 31), ("warning", 15), ("info", 0), ("info", -1)], ids=str)
def test_alert_with_a_wrong_end_is_refused_by_form_and_database(level, days):
    end = NOON + timedelta(days=days)
    wrong = Alert(level=level, show_from=NOON, show_until=end)
    with pytest.raises(ValidationError) as refused:
        wrong.full_clean()
    assert "show_until" in refused.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.create(level=level, show_from=NOON, show_until=end)


@pytest.mark.parametrize(("level", "days"), [("info", 30), ("warning", 14)])
def test_alert_of_the_longest_kind_is_taken(level, days):
    Alert.objects.create(level=level, show_from=NOON, show_until=NOON + timedelta(days=days))
