"""A translator writes drafts: no screen of the translation library publishes for one."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from core.editing.services import sync_roles
from home.roles import EDITOR, translator

pytestmark = pytest.mark.django_db
TRANSLATOR = translator("en")


@pytest.fixture
def translation(homes):
    """The English home page, translated from the Greek one and not published."""
    sync_roles()
    source, _ = TranslationSource.update_or_create_from_instance(homes["el"])
    homes["en"].unpublish()
    return Translation.objects.create(source=source, target_locale=homes["en"].locale)


@pytest.fixture
def post_as(client, django_capture_on_commit_callbacks):
    """`post_as(role, url, data)`: sent by a member of the role; publishing waits for the commit, so that comes too."""

    def posted(role, url, data):
        user = get_user_model().objects.create_user("maria")
        user.groups.add(Group.objects.get(name=role.name))
        client.force_login(user)
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(url, data)

    return posted


def is_live(page):
    page.refresh_from_db()
    return page.live


@pytest.mark.parametrize(("role", "live"), [(TRANSLATOR, False), (EDITOR, True)], ids=["translator", "editor"])
def test_update_of_translations_publishes_for_editors_only(homes, translation, post_as, role, live):
    url = reverse("wagtail_localize:update_translations", args=[translation.source.pk])
    response = post_as(role, url, {"publish_translations": "on"})
    assert response.status_code == 302
    assert is_live(homes["en"]) is live


def test_translator_does_not_publish_from_the_editor_of_translations(homes, translation, post_as):
    url = reverse("wagtailadmin_pages:edit", args=[homes["en"].pk])
    post_as(TRANSLATOR, url, {"action": "publish"})
    assert not is_live(homes["en"])


def test_translator_does_not_turn_a_translation_into_a_live_copy(homes, translation, post_as):
    url = reverse("wagtail_localize:convert_to_alias", args=[homes["en"].pk])
    post_as(TRANSLATOR, url, {})
    assert not is_live(homes["en"])
    homes["en"].refresh_from_db()
    assert homes["en"].alias_of_id is None


def test_translation_with_a_phrase_missing_is_not_published_and_one_without_its_address_is(homes, translation, post_as):
    url = reverse("wagtailadmin_pages:edit", args=[homes["en"].pk])
    response = post_as(EDITOR, url, {"action": "publish"})
    assert response.status_code == 302
    assert not is_live(homes["en"])
    assert "Δεν δημοσιεύτηκε" in str(next(iter(get_messages(response.wsgi_request))))
    for segment in StringSegment.objects.filter(source=translation.source).exclude(context__path="slug"):
        StringTranslation.objects.create(
            translation_of=segment.string, context=segment.context, locale=translation.target_locale, data="Said."
        )
    get_user_model().objects.all().delete()
    post_as(EDITOR, url, {"action": "publish"})
    assert is_live(homes["en"])
