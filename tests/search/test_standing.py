"""What editors suggest ends at its minute, and says so when its page is gone."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from core.cache.middleware import PageCacheMiddleware
from core.cache.pages import PageCache
from core.cache.purges import PurgeLog
from search.models import Exclusion, Promotion
from search.services import rebuild
from search.standing import Standing, standings, troubled
from search.views import results
from tests.conftest import NOON
from tests.factories import home as make

SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


class HandClock:
    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> float:
        return self.at.timestamp()


@pytest.fixture
def page(homes, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        made = make.standard_page(homes["el"], title="Μαρίνα σκαφών", slug="limani")
    rebuild()
    return made


@pytest.fixture
def read(homes, monkeypatch, settings) -> Callable[[datetime], str]:
    """The page of results of «υποβρύχιο» at a moment, through a page cache of its own."""
    settings.HUB_PAGE_CACHE = True
    clock = HandClock(NOON)
    monkeypatch.setattr(timezone, "now", lambda: clock.at)
    cached = PageCacheMiddleware(results, cache=PageCache(clock=clock, purges=PurgeLog(clock=clock)))

    def reading(at: datetime) -> str:
        clock.at = at
        with translation.override("el"):
            return cached(RequestFactory().get("/search/", {"q": "υποβρύχιο"})).content.decode()

    return reading


def test_a_suggested_result_comes_and_goes_at_its_minute_though_pages_are_kept(page, read):
    Promotion.objects.create(words="υποβρύχιο", page=page, begins=NOON + 10 * SECOND, ends=NOON + 30 * SECOND)
    shown = [second for second in (0, 9, 10, 29, 30, 31) if "limani" in read(NOON + second * SECOND)]
    assert shown == [10, 29]


def state(row) -> Standing:
    return standings([row], NOON)[row.pk]


def test_every_decision_says_how_it_stands(page):
    def rule(**fields):
        return Promotion.objects.create(words="σκάφη", **{"page": page, **fields})

    assert state(rule()) is Standing.HOLDS
    assert state(rule(begins=NOON + HOUR)) is Standing.WAITS
    assert state(rule(ends=NOON)) is Standing.ENDED
    assert state(rule(page=page.get_parent())) is Standing.NOT_FOUND


def test_a_page_that_is_withdrawn_expired_or_deleted_troubles_its_decision(page, django_capture_on_commit_callbacks):
    row = Exclusion.objects.create(words="σκάφη", page=page)
    with django_capture_on_commit_callbacks(execute=True):
        page.unpublish()
    assert state(row) is Standing.UNPUBLISHED
    type(page).objects.filter(pk=page.pk).update(expired=True)
    assert state(row) is Standing.EXPIRED
    type(page).objects.get(pk=page.pk).delete()
    row.refresh_from_db()
    assert [(each.words, each.page, each.standing) for each in troubled(NOON)] == [("σκάφη", "", Standing.NO_PAGE)]


def test_what_has_ended_troubles_nobody(page):
    Promotion.objects.create(words="σκάφη", page=page.get_parent(), ends=NOON)
    assert troubled(NOON) == []


def test_the_list_and_the_start_page_say_what_leads_nowhere(page, admin_client: Client):
    Promotion.objects.create(words="σκάφη", page=page)
    Promotion.objects.create(words="κότερα", page=page.get_parent())
    with translation.override("el"):
        listed = admin_client.get(reverse("wagtailsnippets_search_promotion:list")).content.decode()
        start = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "σε ισχύ" in listed
    assert "η αναζήτηση δεν βρίσκει τη σελίδα" in listed
    assert "κότερα" in start
    assert "σκάφη" not in start
