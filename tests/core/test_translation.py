"""wagtail-localize between Greek and English: sending never publishes, facts are never segments."""

import pytest
from django.contrib.auth import get_user_model
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from home.pages import HomePage


@pytest.fixture
def page(homes):
    return homes["el"].add_child(
        instance=HomePage(title="Δομές", slug="domes", summary="Όλες οι δομές.", locale=homes["el"].locale)
    )


@pytest.fixture
def translation(page, homes) -> Translation:
    source, _ = TranslationSource.get_or_create_from_instance(page)
    translate_object(page, [homes["en"].locale])
    return Translation.objects.get(source=source, target_locale=homes["en"].locale)


def say(translation, **words):
    for segment in StringSegment.objects.filter(source=translation.source).select_related("string", "context"):
        if segment.context.path in words:
            StringTranslation.objects.create(
                translation_of=segment.string,
                locale=translation.target_locale,
                context=segment.context,
                data=words[segment.context.path],
            )


def test_sending_a_page_for_translation_shows_nothing_to_readers(page, translation, client):
    twin = page.get_translation(translation.target_locale)
    assert not twin.live
    assert client.get("/en/domes/").status_code == 404


def test_a_finished_translation_is_published_under_its_language(
    page, translation, client, django_capture_on_commit_callbacks
):
    say(translation, title="Services", summary="All services.")
    person = get_user_model().objects.create_superuser("editor")
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(user=person, publish=True)
    twin = page.get_translation(translation.target_locale)
    assert twin.live
    assert "All services." in client.get(twin.url).content.decode()


def test_summary_and_title_are_segments_and_dates_are_not(page, translation):
    paths = set(StringSegment.objects.filter(source=translation.source).values_list("context__path", flat=True))
    assert {"title", "summary"} <= paths
    assert not paths & {"review_on", "owner", "social_image"}
