"""What is published is found, what is not is not, without anyone asking for it."""

from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail import hooks

from core.taxonomy import Need, NeedWords
from home.pages.standard import StandardPage
from search import services
from search.documents import SearchDocument, SearchSource
from search.filters import Filters
from search.index import engine
from search.selectors import search
from search.services import rebuild
from tests.conftest import NOON


def found(query: str, language: str = "el", now: datetime = NOON) -> list[str]:
    return [result.document.title for result in search(query, Filters(), language=language, now=now).results]


@pytest.fixture
def built(homes, needs_are_searched):
    """An index of a site without content."""
    rebuild()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do something and what follows its commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def add_need(name: str) -> Need:
    with transaction.atomic():
        need = Need.objects.create(slug="food", order=1)
        NeedWords.objects.create(term=need, language="el", name=name)
    return need


def test_a_new_object_is_found_after_its_commit(built, committed):
    with committed():
        add_need("Κοινωνικό Πλυντήριο")
    assert found("plynthrio") == ["Κοινωνικό Πλυντήριο"]


def test_an_index_that_fails_leaves_what_was_saved_and_is_named_in_the_log(built, committed, monkeypatch, caplog):
    def fail(groups):
        raise ValueError("the index is broken")

    monkeypatch.setattr("search.receivers.refresh", fail)
    with committed():
        add_need("Τροφή")
    assert Need.objects.exists()
    assert "Error calling Changes in on_commit()" in caplog.text


def test_a_change_of_what_it_depends_on_is_found(built, committed):
    with committed():
        need = add_need("Κοινωνικό Πλυντήριο")
    with committed():
        words = need.words.get()
        words.name = "Τράπεζα Χρόνου"
        words.save()
    assert found("χρόνος") == ["Τράπεζα Χρόνου"]
    assert found("στεγνωτήριο") == []


def test_a_deleted_object_is_not_found(built, committed):
    with committed():
        need = add_need("Κοινωνικό Πλυντήριο")
    with committed():
        need.delete()
    assert found("πλυντήριο") == []


def test_many_changes_of_one_transaction_are_written_once(built, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        need = add_need("Κοινωνικό Πλυντήριο")
        need.save()
    assert len([callback for callback in callbacks if type(callback).__module__ == "search.receivers"]) == 1


def test_a_page_is_found_when_published_and_not_when_taken_down(built, homes, committed):
    with committed():
        page = homes["el"].add_child(instance=StandardPage(title="Όραμα του Κόμβου", slug="orama", live=False))
    assert found("όραμα") == []
    with committed():
        page.save_revision().publish()
    assert found("orama") == ["Όραμα του Κόμβου"]
    page.refresh_from_db()
    with committed():
        page.unpublish()
    assert found("όραμα") == []


def test_a_moved_page_is_found_at_its_new_address(built, homes, committed):
    with committed():
        parent = homes["el"].add_child(instance=StandardPage(title="Σχετικά", slug="about"))
        child = parent.add_child(instance=StandardPage(title="Όραμα του Κόμβου", slug="orama"))
    with committed():
        parent.slug = "poioi"
        parent.save()
    result = search("όραμα", Filters(), language="el", now=NOON).results[0]
    assert result.document.url == StandardPage.objects.get(pk=child.pk).get_url()
    assert "/poioi/" in result.document.url


def test_a_rebuild_keeps_the_same_answers_and_drops_what_is_gone(built, committed):
    with committed():
        add_need("Κοινωνικό Πλυντήριο")
    clothes = Need.objects.create(slug="clothes", order=2)
    NeedWords.objects.create(term=clothes, language="el", name="Τράπεζα Ρούχων")
    before = engine().generation()
    out = StringIO()
    call_command("search_rebuild", stdout=out)
    assert engine().generation() != before
    assert found("πλυντήριο")[0] == "Κοινωνικό Πλυντήριο"
    assert found("ρούχα")[0] == "Τράπεζα Ρούχων"
    clothes.delete()
    rebuild()
    assert found("ιματιοθήκη") == []


def test_a_rebuild_in_portions_keeps_all_languages_of_a_thing(homes, monkeypatch):
    monkeypatch.setattr(services, "BATCH", 2)
    for number in range(5):
        greek = homes["el"].add_child(instance=StandardPage(title=f"Όραμα {number}", slug=f"orama-{number}"))
        homes["en"].refresh_from_db()
        english = StandardPage(title=f"Vision {number}", slug=f"vision-{number}", locale=homes["en"].locale)
        english.translation_key = greek.translation_key
        homes["en"].add_child(instance=english)
        homes["el"].refresh_from_db()
    rebuild()
    assert len(found("όραμα")) == len(found("vision", "en")) == 5
    assert all(title.startswith("Όραμα") for title in found("όραμα"))


def test_a_document_is_found_only_between_its_moments(homes, needs_are_searched):
    noon = datetime(2027, 5, 4, 12, 0, tzinfo=ZoneInfo("Europe/Athens"))
    day = timedelta(days=1)
    Need.objects.create(slug="food", order=1)
    source = SearchSource(
        label="core.Need",
        queryset=Need.objects.all,
        to_document=lambda need, language: SearchDocument(
            group=f"core.need:{need.uuid}",
            type="news",
            language=language,
            title="Προκήρυξη",
            url="/",
            date=date(2027, 5, 4),
            visible_from=noon,
            visible_until=noon + day,
        ),
    )
    with hooks.register_temporarily("hub_search_sources", lambda: source):
        rebuild()
    assert found("προκήρυξη", now=noon - day) == []
    assert found("προκήρυξη", now=noon) == ["Προκήρυξη"]
    assert found("προκήρυξη", now=noon + day) == []


def test_an_index_that_is_damaged_costs_no_work_and_is_mended_by_a_rebuild(built, committed, caplog):
    engine().close()
    file = engine().folder / engine().generation()
    file.write_bytes(b"no database")
    with committed():
        add_need("Κοινωνικό Πλυντήριο")
    assert Need.objects.count() == 1
    assert "search_rebuild" in caplog.text
    call_command("search_rebuild")
    assert found("plynthrio") == ["Κοινωνικό Πλυντήριο"]
