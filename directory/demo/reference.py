"""The demo's reference point. No source says how one asks for an interpreter there: what stands here is an example."""

from wagtail.models import Site

from core.copies import keep_copies
from core.demo import save_page, stored_blocks
from directory.models.structure import Structure
from directory.pages.reference_point import ReferencePointPage

STRUCTURE = "simeio-anaforas-amea"  # key of the structure in the file of facts
SLUG = {"el": "simeio-anaforas", "en": "reference-point"}
WORDS = {
    "el": {
        "title": "Σημείο Αναφοράς ατόμων με αναπηρία",
        "summary": "Πληροφορίες και στήριξη για άτομα με αναπηρία και τις οικογένειές τους. Και χωρίς φωνή.",
        "interpreter": "Παράδειγμα: γράψτε μας ποια μέρα και πού χρειάζεστε διερμηνέα. "
        "Τον πραγματικό τρόπο τον συμπληρώνει ο Κόμβος.",
        "rights": [
            "Παράδειγμα κειμένου· το συμπληρώνει ο Κόμβος.",
            "Έχετε δικαίωμα να χρησιμοποιείτε κάθε δημόσια υπηρεσία όπως όλοι "
            "(Σύμβαση του ΟΗΕ για τα δικαιώματα των ατόμων με αναπηρία, ν. 4074/2012).",
        ],
    },
    "en": {
        "title": "Reference Point for people with disabilities",
        "summary": "Information and support for people with disabilities and their families. Without speaking too.",
        "interpreter": "Example: write to us on which day and where you need an interpreter. "
        "The Hub fills in the real way.",
        "rights": [
            "Example of a text; the Hub fills it in.",
            "You have the right to use every public service as everybody does "
            "(UN Convention on the Rights of Persons with Disabilities, law 4074/2012).",
        ],
    },
}


def load_reference_point() -> int:
    """The page in both languages, with copies in the others; how many are written."""
    structure = Structure.objects.filter(slug=STRUCTURE).first()
    if structure is None:
        return 0
    home = Site.objects.get(is_default_site=True).root_page.specific
    words = {
        language: {**said, "rights": stored_blocks([("text", f"<p>{text}</p>") for text in said["rights"]], language)}
        for language, said in WORDS.items()
    }
    shared = {"structure_id": structure.pk, "by_form": True}
    pages = save_page(ReferencePointPage, home, slug=SLUG, words=words, shared=shared)
    keep_copies(ReferencePointPage, pages["el"].translation_key)
    return len(pages)
