"""A page whose facts speak every language is there in each of them, as soon as it is published and as long as it is."""

import pytest
from wagtail.models import Locale

from directory.models import StructurePage
from tests.factories import directory as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def sections(homes):
    """The list of structures in Greek, English and Arabic."""
    found = {"el": make.index_page(homes["el"])}
    arabic = homes["el"].copy_for_translation(Locale.objects.get_or_create(language_code="ar")[0])
    arabic.save_revision().publish()
    for language in ("en", "ar"):
        locale = Locale.objects.get(language_code=language)
        found[language] = found["el"].copy_for_translation(locale)
        found[language].save_revision().publish()
    return found


@pytest.fixture
def write(sections, django_capture_on_commit_callbacks):
    """`write(page, title)` publishes words as an editor does."""

    def publish(page, title):
        page.title = title
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()
        return StructurePage.objects.get(pk=page.pk)

    return publish


@pytest.fixture
def greek(sections, write):
    structure = make.structure()
    make.line(make.access_point(structure, "phone"))
    return write(make.structure_page(sections["el"], structure, live=False), "Πλυντήριο")


def titles():
    """Language → title of each live version, a copy with the language of its words."""
    return {
        page.locale.language_code: (page.title, page.words_language)
        for page in StructurePage.objects.live().select_related("locale")
    }


def test_published_page_has_a_copy_in_every_language_with_its_section(greek):
    assert titles() == {"el": ("Πλυντήριο", ""), "en": ("Πλυντήριο", "el"), "ar": ("Πλυντήριο", "el")}


def test_copies_say_their_facts_in_the_readers_language(greek, client):
    body = client.get("/en/domes/laundry/").content.decode()
    assert '<h1 lang="el" dir="ltr">Πλυντήριο</h1>' in body
    assert "This text is only in Greek." in body


def test_new_words_reach_the_copies(greek, write):
    write(greek, "Κοινωνικό Πλυντήριο")
    assert {title for title, _words in titles().values()} == {"Κοινωνικό Πλυντήριο"}


@pytest.fixture
def english(greek, write):
    """The English copy has become a translation."""
    page = StructurePage.objects.get(locale__language_code="en")
    StructurePage.objects.filter(pk=page.pk).update(alias_of=None)
    return write(StructurePage.objects.get(pk=page.pk), "Laundry")


def test_copy_follows_the_nearest_language_that_has_words(english):
    assert titles() == {"el": ("Πλυντήριο", ""), "en": ("Laundry", ""), "ar": ("Laundry", "en")}


def test_copy_falls_back_when_the_nearer_words_are_taken_back(english, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english.unpublish()
    assert titles() == {"el": ("Πλυντήριο", ""), "ar": ("Πλυντήριο", "el")}


@pytest.mark.parametrize("end", ["unpublish", "delete"])
def test_copies_go_with_the_last_page_that_has_words(greek, end, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        getattr(greek, end)()
    assert titles() == {}


def test_deleted_translation_is_stood_in_for_again(english, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        english.delete()
    assert titles() == {"el": ("Πλυντήριο", ""), "en": ("Πλυντήριο", "el"), "ar": ("Πλυντήριο", "el")}


def test_page_in_a_section_of_one_language_has_no_copies(home, django_capture_on_commit_callbacks):
    page = make.structure_page(make.index_page(home), make.structure(), live=False)
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert list(titles()) == ["el"]
