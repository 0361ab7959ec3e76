"""An editor sees a page as readers will: in any language, on any day, with the words of the draft."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Locale

from tests.conftest import NOON
from tests.factories import consultations, news
from tests.factories import directory as make
from tests.factories.emergencies import activate, team
from tests.factories.home import alert

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(homes):
    structure = make.structure()
    make.line(make.access_point(structure, "phone", osm="Mo-Fr 08:00-15:00"))
    page = make.structure_page(make.index_page(homes["el"]), structure)
    page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True, alias=True)
    return page


def read(client, page, **asked):
    answer = client.get(f"/admin/as-reader/{page.pk}/page/", asked)
    assert answer.status_code == 200
    return answer


def test_page_is_shown_as_on_a_day(admin_client, page):
    assert "Απαντά τώρα" not in read(admin_client, page, at="2027-05-08T10:00").content.decode(), "a Saturday"
    for monday in ("2027-05-10T10:00", "10/5/2027 10:00"):
        assert "Απαντά τώρα, έως τις 15:00." in read(admin_client, page, at=monday).content.decode()


def test_what_comes_and_goes_by_the_clock_is_shown_as_on_that_day(admin_client, homes):
    opens, closes = (datetime(2027, 5, day, 15, tzinfo=NOON.tzinfo) for day in (3, 14))
    call = news.make_call("call", opens_at=opens, closes_at=closes, date=opens.date())
    call_page = news.make_pages(call, news.make_news_index(homes))["el"]
    index = consultations.index_page(homes["el"])
    asked = consultations.consultation_page(index, consultations.consultation(opens, days=11))
    alert(begins=opens, days=11, heading="Καύσωνας")
    for page, said in ((call_page, "(απομένουν"), (asked, "(απομένουν"), (homes["el"], "call el"), (index, "Καύσωνας")):
        assert said in read(admin_client, page, at="2027-05-10T10:00").content.decode(), (page, said)
        assert said not in read(admin_client, page, at="2027-05-20T10:00").content.decode(), (page, said)


def test_page_is_shown_in_another_language_with_the_words_of_the_draft(admin_client, page):
    assert '<html lang="en"' in read(admin_client, page, language="en").content.decode()
    page.summary = "Μια νέα σύνοψη."
    page.save_revision()
    assert "Μια νέα σύνοψη." in read(admin_client, page).content.decode()
    assert "Μια νέα σύνοψη." not in admin_client.get(page.get_url()).content.decode()


def test_frame_of_a_preview_is_allowed_to_the_admin_alone(admin_client, page):
    policy = read(admin_client, page)["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "frame-ancestors 'none'" in admin_client.get(page.get_url())["Content-Security-Policy"]


def test_editor_sees_no_drill_there_because_readers_see_none(admin_client, page):
    now = timezone.now()
    activate(team(), at=now, until=now + timedelta(hours=1), drill=True)
    assert "data-strip" in admin_client.get(page.get_url()).content.decode()
    assert "data-strip" not in read(admin_client, page).content.decode()


def test_moment_that_cannot_be_read_says_what_to_write(admin_client, page):
    shown = admin_client.get(f"/admin/as-reader/{page.pk}/", {"at": "tomorrow"}).content.decode()
    assert "<iframe" not in shown
    assert "tomorrow" in shown
    assert "<iframe" in admin_client.get(f"/admin/as-reader/{page.pk}/").content.decode()


def test_reader_cannot_ask_for_another_day_by_the_address(client, page):
    main = client.get(page.get_url(), {"at": "2037-05-08T10:00"}).content.decode()
    assert "2037" not in main.partition("<main")[2].partition("</main>")[0]


def test_draft_is_shown_to_those_alone_who_may_edit(client, page):
    client.force_login(get_user_model().objects.create_user("somebody"))
    assert client.get(f"/admin/as-reader/{page.pk}/page/").status_code == 302
