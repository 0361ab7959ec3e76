"""What readers may not see is in no answer, count, suggestion, explanation or table of search."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from search.index import engine
from search.services import rebuild
from search.sources import readable, sources
from tests.factories import home as make
from tests.factories import studies
from tests.factories.pdfs import document, pdf

SECRET = "Κρυπτονίτης"  # a word that nothing else holds
TYPED = ("κρυπτονίτης", "kryptonitis", "κρυπτον")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def seen(client):
    """Everything that search tells about what was typed, as readers get it."""

    def everything() -> str:
        told = []
        for typed in TYPED:
            for address in ("/search/", "/api/search", "/search/suggest/", "/en/search/"):
                told.append(client.get(address, {"q": typed}).content.decode())
            out = StringIO()
            call_command("search_explain", typed, stdout=out)
            told.append(out.getvalue())
        return "\n".join(told)

    return everything


def stored() -> str:
    """All texts in the tables of the index."""
    with closing(sqlite3.connect(engine().folder / engine().generation())) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in names for row in connection.execute(f'SELECT * FROM "{name}"')]  # noqa: S608 -- names of its own
    return " ".join(
        cell.decode(errors="ignore") if isinstance(cell, bytes) else str(cell) for row in rows for cell in row
    )


def hidden(seen) -> bool:
    return SECRET not in seen() and SECRET.lower() not in stored().replace("ό", "ο")


def test_a_public_page_is_seen_by_these_eyes(homes, committed, seen):
    rebuild()
    with committed():
        make.standard_page(homes["el"], title=SECRET, slug="x")
    assert SECRET in seen()
    assert SECRET in stored()


def test_a_draft_is_nowhere(homes, committed, seen):
    rebuild()
    with committed():
        make.standard_page(homes["el"], title=SECRET, slug="x", live=False)
    assert hidden(seen)


def test_words_of_a_draft_of_a_live_page_are_nowhere(homes, committed, seen):
    rebuild()
    with committed():
        page = make.standard_page(homes["el"], title="Ο Κόμβος", slug="x")
        page.title = SECRET
        page.save_revision()
    assert hidden(seen)


def test_a_page_that_goes_live_later_is_nowhere(homes, committed, seen):
    rebuild()
    with committed():
        page = make.standard_page(homes["el"], title=SECRET, slug="x", live=False)
        page.go_live_at = timezone.now() + timedelta(days=1)
        page.save_revision().publish()
    assert hidden(seen)


def test_a_page_that_becomes_private_goes_with_all_below_it(homes, committed, seen):
    rebuild()
    with committed():
        above = make.standard_page(homes["el"], title="Εσωτερικά", slug="x")
        above.add_child(instance=type(above)(title=SECRET, slug="y", locale=above.locale))
    with committed():
        lock = PageViewRestriction.objects.create(page=above, restriction_type=PageViewRestriction.LOGIN)
    assert hidden(seen)
    rebuild()
    assert hidden(seen)
    with committed():
        lock.delete()
    assert SECRET in seen()


def study_with_pdf(home, committed, **words):
    """A study whose PDF holds the secret on its first page."""
    with committed():
        paper = document(pdf(f"Η {SECRET} και τα συσσίτια της πόλης στη μελέτη"))
        page = studies.study_page(studies.index_page(home), studies.study(document=paper), **words)
    return page, paper


def test_a_page_of_a_pdf_is_seen_by_these_eyes(homes, committed, seen):
    study_with_pdf(homes["el"], committed)
    assert SECRET in seen()


def test_a_pdf_of_a_draft_is_nowhere(homes, committed, seen):
    study_with_pdf(homes["el"], committed, live=False)
    rebuild()
    assert hidden(seen)


def test_a_pdf_that_no_page_shows_is_nowhere(homes, committed, seen):
    with committed():
        document(pdf(SECRET))
    rebuild()
    assert hidden(seen)


def test_a_pdf_of_a_collection_that_becomes_private_goes_from_all_below_it(homes, committed, seen):
    root = Collection.get_first_root_node()
    above = root.add_child(name="Internal")
    _page, paper = study_with_pdf(homes["el"], committed)
    with committed():
        paper.collection = above.add_child(name="Drafts")
        paper.save()
    assert SECRET in seen()
    with committed():
        lock = CollectionViewRestriction.objects.create(collection=above, restriction_type="login")
    assert hidden(seen)
    rebuild()
    assert hidden(seen)
    with committed():
        lock.delete()
    assert SECRET in seen()


def test_no_source_gives_private_pages(demo_content, db):
    of_pages = [source for source in sources() if issubclass(source.queryset().model, Page)]
    assert sum(readable(source).exists() for source in of_pages) >= 8
    PageViewRestriction.objects.create(page=Page.get_first_root_node(), restriction_type=PageViewRestriction.LOGIN)
    assert [source.label for source in of_pages if readable(source).exists()] == []
