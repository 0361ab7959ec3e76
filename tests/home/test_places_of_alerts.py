"""An alert stands where editors put it; what finds no room is listed, and so is what has ended."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.hooks import Strip
from core.strips import ranked
from core.taxonomy import Community
from directory.pages.communities import CommunitiesPage, CommunityPage
from home.admin import AlertForm
from home.models.alerts import Alert
from home.pages import AnnouncementsPage, StandardPage
from home.selectors.strips import announcements, strips
from tests.conftest import NOON
from tests.factories import home as make
from tests.factories import news as there

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def stands_on(page, language="el"):
    return bool(strips(page, language, NOON))


def strip(level, heading=""):
    return Strip(level, heading, list_url="/anakoinoseis/")


@pytest.fixture
def listed(homes):
    """The list of announcements in both languages."""
    greek = homes["el"].add_child(instance=AnnouncementsPage(title="Ανακοινώσεις", slug="anakoinoseis"))
    english = AnnouncementsPage(
        title="Announcements", slug="announcements", locale=homes["en"].locale, translation_key=greek.translation_key
    )
    homes["en"].refresh_from_db()
    return {"el": greek, "en": homes["en"].add_child(instance=english)}


def test_emergency_stands_first_and_takes_the_room_of_an_announcement():
    found = ranked([strip("info", "a"), strip("warning", "b"), strip("emergency", "c")])
    assert [each.heading for each in found.shown] == ["c", "b"]
    assert (found.left, found.list_url) == (1, "/anakoinoseis/")


def test_no_emergency_is_left_out():
    found = ranked([strip("info"), *[strip("emergency")] * 3])
    assert [each.level for each in found.shown] == ["emergency"] * 3
    assert found.left == 1


def test_alert_of_a_section_stands_on_it_and_below_in_every_language(homes):
    section = make.standard_page(homes["el"])
    twin = make.standard_page(homes["en"], slug="the-hub", translation_key=section.translation_key)
    below = twin.add_child(instance=StandardPage(title="Vision", slug="vision", locale=twin.locale))
    make.alert(begins=NOON, place="section", section=section)
    assert [stands_on(page) for page in (section, twin, below)] == [True, True, True]
    assert [stands_on(page) for page in (homes["el"], homes["en"], None)] == [False, False, False]


def test_alert_of_a_kind_of_page_stands_on_that_kind_alone(homes):
    page = make.standard_page(homes["el"])
    made = make.alert(begins=NOON, place="types")
    made.page_types.add(ContentType.objects.get_for_model(StandardPage))
    made.save()
    assert [stands_on(each) for each in (page, homes["el"], None)] == [True, False, False]


def test_alert_of_a_community_stands_on_its_pages_alone(homes):
    fourth, fifth = (Community.objects.create(slug=slug) for slug in "de")
    index = homes["el"].add_child(instance=CommunitiesPage(title="Κοινότητες", slug="koinotites"))
    pages = [
        index.add_child(instance=CommunityPage(title=each.slug, slug=each.slug, community=each))
        for each in (fourth, fifth)
    ]
    made = make.alert(begins=NOON, place="community")
    made.communities.add(fourth)
    made.save()
    assert [stands_on(each) for each in (*pages, homes["el"])] == [True, False, False]


def test_alert_of_a_community_stands_on_the_news_about_it(client, homes):
    fourth = Community.objects.create(slug="d")
    entry, index = there.make_item("closed"), there.make_news_index(homes)
    page = there.make_pages(entry, index)["el"]
    entry.communities.add(fourth)
    made = make.alert(begins=timezone.now() - DAY / 2, heading="Κλειστά", place="community")
    made.communities.add(fourth)
    made.save()
    assert "Κλειστά" in client.get(page.get_url()).content.decode()


def test_alert_of_a_section_needs_the_section():
    wrong = Alert(place="section", show_from=NOON, show_until=NOON + DAY)
    with pytest.raises(ValidationError) as refused:
        wrong.full_clean()
    assert "section" in refused.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong.save()


@pytest.mark.parametrize(("place", "field"), [("types", "page_types"), ("community", "communities")])
def test_alert_of_kinds_or_communities_needs_one_of_them(admin_client, place, field):
    answer = admin_client.post(
        "/admin/snippets/home/alert/add/",
        {
            "level": "info", "place": place, "show_from": "2027-05-04 12:00", "show_until": "2027-05-05 12:00",
            "words-TOTAL_FORMS": "0", "words-INITIAL_FORMS": "0",
        },
    )  # fmt: skip
    form = answer.context["form"]
    assert isinstance(form, AlertForm)
    assert field in form.errors
    assert not Alert.objects.exists()


def test_kinds_of_page_are_named_as_editors_know_them(admin_client, homes):
    page = admin_client.get("/admin/snippets/home/alert/add/").content.decode()
    assert "Home | " not in page
    assert "Page of text" in page or "Σελίδα κειμένου" in page


def test_what_finds_no_room_is_counted_and_listed(client, listed):
    for place in range(4):
        make.alert(begins=timezone.now() - DAY / 2, heading=f"Νέο {place}")
    page = client.get("/").content.decode()
    assert page.count('class="alert') == 2
    assert '<a href="/anakoinoseis/">και 2 ακόμη</a>' in page
    assert '<a href="/en/announcements/">and 2 more</a>' in client.get("/en/").content.decode()
    assert len(client.get("/anakoinoseis/").context["current"]) == 4


def test_ended_alert_stays_listed_for_twelve_months():
    made = make.alert(begins=NOON, days=2)
    ends = made.show_until
    assert [len(announcements("el", NOON).now), len(announcements("el", NOON).past)] == [1, 0]
    assert [len(announcements("el", ends).now), len(announcements("el", ends).past)] == [0, 1]
    assert announcements("el", ends + 365 * DAY).past == ()


def test_alert_to_come_is_not_listed():
    make.alert(begins=NOON + DAY)
    found = announcements("el", NOON)
    assert (found.now, found.past) == ((), ())


def test_saved_alert_is_visible_at_once_on_a_page_that_was_kept(client, home, django_capture_on_commit_callbacks):
    client.get("/")
    with django_capture_on_commit_callbacks(execute=True):
        make.alert(begins=timezone.now() - DAY / 2, heading="Κλειστά")
    assert "Κλειστά" in client.get("/").content.decode()


def test_each_of_two_strips_has_a_name_of_its_own(client, home):
    for heading in ("Κλειστά", "Καύσωνας"):
        make.alert(begins=timezone.now() - DAY / 2, heading=heading)
    page = client.get("/").content.decode()
    assert [f'aria-label="Ενημέρωση: {heading}"' in page for heading in ("Κλειστά", "Καύσωνας")] == [True, True]


def test_level_is_a_word_before_the_heading(client, home):
    make.alert(begins=timezone.now() - DAY / 2, level="warning", heading="Καύσωνας")
    assert "Προσοχή: <span>Καύσωνας</span>" in client.get("/").content.decode()


@pytest.mark.parametrize("alerts", [1, 50])
def test_announcements_cost_the_same_for_one_and_fifty(client, listed, django_assert_max_num_queries, alerts):
    for _each in range(alerts):
        make.alert(begins=timezone.now() - DAY / 2)
    client.get("/anakoinoseis/")
    with django_assert_max_num_queries(12):
        client.get("/anakoinoseis/")
