"""A document for the demo's library: no study of the facts may be copied, so an example shows how pages are read."""

import hashlib
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import ReferenceIndex

from core.demo import save_page
from core.documents.services import read_text
from core.media import Accessible, HubDocument
from core.taxonomy import SpokenLanguage
from studies.models import Study, StudyAuthor, StudyIndexPage, StudyPage

FILE = Path(__file__).parent / "document" / "example.pdf"
SLUG = "example-pdf"
LICENCE = "CC BY 4.0"
WORDS = {
    "el": {
        "title": "Παράδειγμα: ένα PDF που διαβάζεται από όλους",
        "summary": "Δεν είναι μελέτη. Δείχνει πώς η βιβλιοθήκη διαβάζει τις σελίδες ενός εγγράφου"
        " και τι χρειάζεται ένα PDF για να το διαβάζουν όλοι.",
        "findings": [
            ("Τα στυλ επικεφαλίδων δίνουν στο PDF περιεχόμενα και σειρά ανάγνωσης.", 2),
            ("Κάθε εικόνα που λέει κάτι χρειάζεται εναλλακτικό κείμενο.", 3),
            ("Παλιές ελληνικές γραμματοσειρές κρύβουν το κείμενο από τις μηχανές.", 4),
        ],
        "how": "Το γράψαμε για αυτή την εγκατάσταση, ως παράδειγμα.",
        "limits": "Δεν λέει τίποτα για την πόλη ή για τους ανθρώπους της.",
    },
    "en": {
        "title": "Example: a PDF that everybody can read",
        "summary": "This is no study. It shows how the library reads the pages of a document,"
        " and what a PDF needs so that everybody can read it.",
        "findings": [
            ("Heading styles give a PDF its contents and its reading order.", 2),
            ("Every picture that says something needs an alternative text.", 3),
            ("Old Greek fonts hide the text from machines.", 4),
        ],
        "how": "Written for this installation, as an example.",
        "limits": "It says nothing about the city or its people.",
    },
}


def load_example() -> int:
    """The example with its document, its text read at once; how many documents."""
    study, _ = Study.objects.update_or_create(
        slug=SLUG,
        defaults={"kind": Study.Kind.METHOD, "year": 2026, "licence": LICENCE, "document": _document()},
    )
    study.languages.set(SpokenLanguage.objects.filter(slug="el"))
    study.save()
    StudyAuthor.objects.update_or_create(study=study, sort_order=0, defaults={"name": "Παράδειγμα / Example"})
    save_page(
        StudyPage,
        StudyIndexPage.objects.get(locale__language_code="el"),
        slug=dict.fromkeys(WORDS, SLUG),
        words={language: _fields(words) for language, words in WORDS.items()},
        shared={"study_id": study.pk},
    )
    # The worker does it for what editors save; while the demo is loaded nobody does.
    ReferenceIndex.create_or_update_for_object(study)
    return 1


def _document() -> HubDocument:
    data = FILE.read_bytes()
    found = HubDocument.objects.filter(sha256=hashlib.sha256(data).hexdigest()).first()
    if found is None:
        found = HubDocument(title=WORDS["el"]["title"], language="el", accessible=Accessible.YES)
        found.file = ContentFile(data, name=FILE.name)
        found.save()
    read_text(found.pk, at=timezone.now())
    return found


def _fields(words: dict) -> dict:
    findings = [("finding", {"text": text, "page": page}) for text, page in words["findings"]]
    return {**words, "findings": findings}
