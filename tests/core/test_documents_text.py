"""What is read from PDFs, page by page: text, mended text, or nothing; never letters that mean nothing."""

import pikepdf
import pytest
from django.core.files.base import ContentFile

from core.documents import inside, reading
from core.documents.letters import is_sound, mend_for, share
from core.documents.models import DocumentPage
from core.documents.selectors import PageGroup, text_report
from core.documents.services import read_text
from core.media import Accessible
from tests.conftest import NOON
from tests.factories.pdfs import (
    CODE_PAGE,
    GARDEN,
    POVERTY,
    SHIFTED,
    changed,
    document,
    pdf,
    with_names,
    with_programme,
)  # fmt: skip

HEADING = "Τι έδειξε η έρευνα στα νοικοκυριά"


def read(data):
    return [(page.method, page.text) for page in inside.text(data).pages]


def test_whole_pdf_gives_its_text_by_page():
    found = inside.text(pdf(POVERTY, GARDEN))
    assert [(page.number, page.method) for page in found.pages] == [(1, "text"), (2, "text")]
    assert "συσσίτια και τα παντοπωλεία" in found.pages[0].text
    assert found.total == 2


@pytest.mark.parametrize("fault", [CODE_PAGE, SHIFTED, -5], ids=["code page", "shifted up", "shifted down"])
def test_letters_that_are_mapped_wrongly_are_mended(fault):
    [(method, text)] = read(pdf(f"{POVERTY} {GARDEN}", fault=fault))
    assert method == "repaired"
    assert "συσσίτια και τα παντοπωλεία" in text


def test_headings_alone_are_mended_and_the_rest_stays_as_it_is():
    [(method, text)] = read(pdf(POVERTY, heading=HEADING))
    assert (method, text.splitlines()[0]) == ("repaired", HEADING)


def test_letters_that_nothing_mends_are_left_out_and_their_page_says_so():
    letters = "αβγδεζηθικλμνξοπρστυφχψω"
    mixed = str.maketrans(letters, "λξκπψωτφρβχνηυσμθδζγαειο")
    nonsense = POVERTY.lower().translate(str.maketrans("άέήίόύώϊς", "αεηιουωισ")).translate(mixed)
    assert read(pdf(nonsense, POVERTY))[0] == ("broken", "")
    assert read(pdf(nonsense, POVERTY))[1][0] == "text"


def test_pages_that_are_pictures_have_no_text():
    assert read(pdf("", "")) == [("none", ""), ("none", "")]


def test_words_that_go_on_in_the_next_line_are_joined():
    first = "Τα νοικοκυριά που έχουν ανάγκη λένε πως δεν φτάνουν τα χρήμα-".rjust(70, "…")
    [(_method, text)] = read(pdf(f"{first}τα για τρόφιμα"))
    assert "τα χρήματα για τρόφιμα" in text


def test_clean_words_of_five_languages_are_believed():
    for line in (POVERTY, "Where can I find a doctor today?", "Ku mund të gjej një mjek sot", "де знайти лікаря"):
        assert is_sound(line)
    assert share("أين أجد طبيبا") == 1.0


def test_nothing_is_mended_without_a_fault_that_explains_it():
    assert mend_for(["qwrtz plkjh mnbvc xsdfg" * 4]) is None


@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda: pdf(POVERTY)[:-200], "damaged"),
        (lambda: changed(pdf(POVERTY), lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b")), "password"),
        (lambda: changed(pdf(POVERTY), with_programme), "active"),
        (lambda: pdf(POVERTY), ""),
    ],
    ids=["cut off", "locked", "programme", "whole"],
)
def test_upload_is_looked_at_before_it_is_kept(make, problem):
    assert inside.look(make()).problem == problem


def test_names_and_comments_go_and_the_title_stays():
    data = changed(pdf(POVERTY), with_names)
    before, after = inside.look(data), inside.look(inside.bare(data))
    assert (before.named, before.comments, before.has_traces) == (("Μαρία Παπαδοπούλου",), 1, True)
    assert (after.named, after.comments, after.has_traces) == ((), 0, False)
    assert "Μαρία".encode("utf-16-be") not in inside.bare(data)
    assert read(inside.bare(data)) == read(data)


def test_only_the_first_two_thousand_pages_are_read(monkeypatch):
    monkeypatch.setattr(inside, "MOST_PAGES", 2)
    found = inside.text(pdf(POVERTY, POVERTY, POVERTY))
    assert (len(found.pages), found.total) == (2, 3)


def test_file_that_brings_the_reader_down_is_only_unreadable():
    with pytest.raises(reading.Unreadable):
        reading.read(b"%PDF-1.7 nothing")


@pytest.mark.django_db
def test_editors_are_told_which_pages_machines_can_read():
    mended = document(pdf(*[POVERTY] * 2, fault=CODE_PAGE))
    report = text_report(mended)
    assert (report.state, report.total, report.read) == ("read", 2, 2)
    assert report.groups == (PageGroup("repaired", "1–2", report.groups[0].sample),)
    assert report.groups[0].sample.startswith("Τα συσσίτια")


@pytest.mark.django_db
def test_document_of_pictures_is_not_accessible_unless_somebody_knows_better():
    assert document(pdf("", "")).accessible == Accessible.NO
    assert document(pdf("", ""), accessible=Accessible.YES).accessible == Accessible.YES


@pytest.mark.django_db
def test_document_that_was_replaced_is_read_anew_and_the_old_pages_go():
    made = document(pdf(POVERTY, POVERTY))
    made.file = ContentFile(pdf(GARDEN), name="new.pdf")
    made.save()
    assert text_report(made).state == "waiting"
    read_text(made.pk, at=NOON)
    assert [page.text for page in DocumentPage.objects.filter(document=made)] == [GARDEN]


@pytest.mark.django_db
def test_file_that_cannot_be_read_says_so_and_keeps_no_pages():
    made = document(b"%PDF-1.7 nothing")
    assert text_report(made).state == "unreadable"
    assert not made.text_pages.exists()
