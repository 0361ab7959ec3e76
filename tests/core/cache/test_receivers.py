"""Which writes make which pages stale."""

import pytest
from django.db.models.signals import m2m_changed
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Site

from core.cache.purges import log
from core.taxonomy import Need, NeedWords

pytestmark = pytest.mark.django_db


@pytest.fixture
def told():
    """All tags that are purged from now on."""
    tags: set[str] = set()
    listener = tags.update
    log.subscribe(listener)
    yield tags
    log.unsubscribe(listener)


@pytest.fixture
def need(db):
    return Need.objects.create(slug="food", icon="basket")


def test_saved_fact_purges_its_own_tags(need, told):
    need.save()

    assert told == need.cache_tags() != set()


def test_deleted_fact_purges_its_own_tags(need, told):
    tags = need.cache_tags()
    need.delete()

    assert told == tags


def test_words_purge_the_fact_they_belong_to(need, told):
    row = NeedWords.objects.create(term=need, language="el", name="Φαγητό")
    assert told == need.cache_tags()

    told.clear()
    NeedWords.objects.get(pk=row.pk).save()
    assert told == need.cache_tags()


def test_fact_is_purged_when_its_words_fall_with_it(need, told):
    NeedWords.objects.create(term=need, language="el", name="Φαγητό")
    told.clear()
    Need.objects.filter(pk=need.pk).delete()

    assert told == need.cache_tags()


def test_related_rows_are_purged_with_what_relates_to_them(need, told):
    m2m_changed.send(
        sender=Need, instance=need, action="post_add", reverse=False, model=Need, pk_set={7, 8}, using="default"
    )

    assert told == need.cache_tags() | {"need:7", "need:8"}


def test_published_page_purges_itself_its_parent_its_translations_and_missing_addresses(homes, told):
    home = homes["el"]
    told.clear()
    home.save_revision().publish()

    assert {"tree", f"page:{home.pk}", f"page:{home.get_parent().pk}", f"page:{homes['en'].pk}"} <= told
    assert "*" not in told


def test_saved_draft_purges_nothing(home, told):
    told.clear()
    home.title = "Draft"
    home.save_revision()

    assert told == set()


@pytest.mark.parametrize("act", ["unpublish", "delete"])
def test_page_that_goes_purges_itself_and_missing_addresses(home, told, act):
    child = home.add_child(instance=Page(title="Child", slug="child"))
    told.clear()
    getattr(child, act)()

    assert {"tree", f"page:{child.pk}"} <= told


def test_page_that_gets_another_address_purges_everything(home, told, django_capture_on_commit_callbacks):
    child = home.add_child(instance=Page(title="Child", slug="child"))
    child.slug = "other"
    told.clear()
    with django_capture_on_commit_callbacks(execute=True):
        child.save_revision().publish()

    assert "*" in told


def test_moved_page_purges_everything(homes, told):
    child = homes["el"].add_child(instance=Page(title="Child", slug="child"))
    told.clear()
    child.move(homes["en"], pos="last-child")

    assert "*" in told


@pytest.mark.parametrize(("model", "tag"), [(Site, "*"), (Locale, "*"), (Redirect, "tree"), (PageViewRestriction, "*")])
def test_rows_that_decide_over_addresses_purge_what_depends_on_them(home, told, model, tag):
    row = {
        Site: lambda: Site.objects.get(is_default_site=True),
        Locale: lambda: Locale.objects.get(language_code="el"),
        Redirect: lambda: Redirect(old_path="/old", redirect_link="/new/"),
        PageViewRestriction: lambda: PageViewRestriction(page=home, restriction_type="login"),
    }[model]()
    told.clear()
    row.save()

    assert tag in told
