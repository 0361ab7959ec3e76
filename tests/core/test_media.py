"""What happens to a picture or document on its way in."""

import hashlib
from io import BytesIO

import pypdfium2
import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from core.documents.services import read_text
from core.media import Accessible, HubDocument, HubImage
from core.media_forms import NOT_A_PDF, NOT_A_PICTURE, PDF_PROBLEMS, TOO_HEAVY, TOO_LARGE, WRONG_NAME
from tests.conftest import NOON
from tests.factories import pdfs

GPS = 0x8825
ORIENTATION = 0x0112


def photo(size=(40, 20), form="JPEG", exif=False):
    picture, out = Image.new("RGB", size, "navy"), BytesIO()
    notes = Image.Exif()
    if exif:
        notes[ORIENTATION] = 6
        notes[GPS] = {1: "N", 2: (37.0, 56.0, 0.0)}
    picture.save(out, form, exif=notes)
    return out.getvalue()


def image_form(data, name="view.jpg", **fields):
    collection = Collection.get_first_root_node() or Collection.add_root(name="Root")
    values = {"title": "View", "description": "The harbour at dusk", "collection": collection.pk, "tags": ""}
    return get_image_form(HubImage)(values | fields, {"file": SimpleUploadedFile(name, data)})


@pytest.mark.django_db
def test_picture_loses_its_place_and_is_turned_upright():
    form = image_form(photo(exif=True))
    assert form.is_valid(), form.errors
    image = form.save()
    with image.file.open() as stored, Image.open(stored) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.size == (20, 40)
    assert (image.width, image.height) == (20, 40)


@pytest.mark.django_db
def test_picture_without_description_is_refused_and_the_form_is_kept():
    form = image_form(photo(), description="", credit="Municipality")
    assert not form.is_valid()
    assert list(form.errors) == ["description"]
    assert form["credit"].value() == "Municipality"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        pytest.param("text.jpg", b"no picture at all", NOT_A_PICTURE, id="text"),
        pytest.param("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", NOT_A_PICTURE, id="svg"),
        pytest.param("view.png", photo(), WRONG_NAME, id="renamed"),
        pytest.param("cut.jpg", photo((400, 400))[:300], NOT_A_PICTURE, id="cut off"),
    ],
)
def test_picture_that_cannot_be_read_is_refused_in_words(name, data, sentence):
    form = image_form(data, name)
    assert form.errors["file"] == [sentence]
    assert form["title"].value() == "View"


@pytest.mark.django_db
def test_picture_with_too_many_pixels_is_refused_with_both_numbers(settings):
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 2_000_000
    form = image_form(photo((3000, 1000)))
    assert form.errors["file"] == [TOO_LARGE % {"pixels": 3, "limit": 2}]


@pytest.mark.django_db
def test_picture_beyond_the_limit_of_the_library_is_refused_not_a_crash(monkeypatch):
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 30_000_000)
    form = image_form(photo((8000, 8000), "PNG"), "huge.png")
    assert form.errors["file"] == [TOO_LARGE % {"pixels": 60, "limit": 40}]


@pytest.mark.django_db
def test_picture_that_is_too_heavy_is_refused_with_both_sizes(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    with translation.override("en"):
        form = image_form(photo())
        expected = TOO_HEAVY % {"size": f"{len(photo())}\xa0bytes", "limit": "100\xa0bytes"}
        assert form.errors["file"] == [expected]


def pdf(pages):
    document, out = pypdfium2.PdfDocument.new(), BytesIO()
    for _number in range(pages):
        document.new_page(200, 200)
    document.save(out)
    return out.getvalue()


@pytest.mark.django_db
def test_document_knows_its_pages_and_its_fingerprint_when_a_script_saves_it():
    data = pdf(3)
    document = HubDocument.objects.create(title="Study", file=ContentFile(data, name="study.pdf"))
    read_text(document.pk, at=NOON)
    document.refresh_from_db()
    assert (document.pages, document.sha256) == (3, hashlib.sha256(data).hexdigest())
    assert (document.accessible, document.language) == (Accessible.NO, "el")


@pytest.mark.django_db
def test_document_that_only_says_it_is_a_pdf_is_refused():
    collection = Collection.get_first_root_node() or Collection.add_root(name="Root")
    values = {"title": "Fake", "language": "el", "accessible": "unknown", "tags": ""}
    values["collection"] = collection.pk
    form = get_document_form(HubDocument)(values, {"file": SimpleUploadedFile("fake.pdf", b"MZ no")})
    assert form.errors["file"] == [NOT_A_PDF]


def document_form(data, **fields):
    collection = Collection.get_first_root_node() or Collection.add_root(name="Root")
    values = {"title": "Study", "language": "el", "accessible": "unknown", "tags": "", "collection": collection.pk}
    return get_document_form(HubDocument)(values | fields, {"file": SimpleUploadedFile("study.pdf", data)})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "problem"),
    [(pdfs.pdf("a")[:-200], "damaged"), (pdfs.changed(pdfs.pdf("a"), pdfs.with_programme), "active")],
    ids=["damaged", "active"],
)
def test_pdf_that_readers_could_not_open_safely_is_refused_with_its_sentence(data, problem):
    form = document_form(data)
    assert form.errors["file"] == [PDF_PROBLEMS[problem]]
    assert form.data["title"] == "Study"


@pytest.mark.django_db
@pytest.mark.parametrize("keeps", [False, True])
def test_names_in_a_pdf_are_taken_out_unless_the_editor_wants_them(keeps):
    data = pdfs.changed(pdfs.pdf("a"), pdfs.with_names)
    form = document_form(data, **({"keeps_traces": "on"} if keeps else {}))
    assert form.is_valid(), form.errors
    kept = form.save()
    with kept.open_file() as file, pypdfium2.PdfDocument(file.read()) as opened:
        assert opened.get_metadata_value("Author") == ("Μαρία Παπαδοπούλου" if keeps else "")
    assert kept.pages == 1


@pytest.mark.django_db
def test_editors_see_on_the_form_of_a_document_what_machines_can_read(admin_client):
    mended = pdfs.document(pdfs.pdf(pdfs.POVERTY, fault=pdfs.CODE_PAGE))
    text = admin_client.get(f"/admin/documents/edit/{mended.pk}/").content.decode()
    assert "Pages 1: machines cannot read the text" in text or "Το κείμενο των σελίδων 1 δεν διαβάζεται" in text
    assert "Τα συσσίτια και τα παντοπωλεία" in text
    assert "not been read" not in text
