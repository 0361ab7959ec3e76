"""The demo as readers get it: what the browser tests add to it, and where its pages are."""

from datetime import timedelta
from uuid import uuid4

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from core.pages import HubPage
from home.pages import HomePage, SectionPage
from news.pages import NewsIndexPage
from tests.factories.news import make_call, make_event, make_pages

LANGUAGES = ("el", "en")
# Of the languages in which the hub is smaller, the one that is written from right to left, on its main ways.
ARABIC = ("home.HomePage", "directory.DirectoryIndexPage", "directory.FinderPage", "directory.StructurePage", "map")
SECTION = {"el": "Παράδειγμα τμήματος", "en": "Example of a section"}
# Views that are no pages of the tree.
VIEWS = {
    ("search", "el"): "/search/?q=fagito",
    ("search", "en"): "/en/search/?q=shelter",
    ("search without an answer", "el"): "/search/?q=xyzzyqqq",
    ("search without an answer", "en"): "/en/search/?q=xyzzyqqq",
    ("request for contact", "el"): "/contact-request/",
    ("request for contact", "en"): "/en/contact-request/",
    ("map", "el"): "/domes/?view=map",
    ("map", "en"): "/en/structures/?view=map",
    ("map", "ar"): "/ar/khadamat/?view=map",
    ("not found", "el"): "/den-yparchei/",
    ("not found", "en"): "/en/does-not-exist/",
}


def page_types() -> list[type[HubPage]]:
    """Every page type a reader may meet."""
    return sorted(_concrete(HubPage), key=lambda model: model._meta.label)


def prepare() -> dict[tuple[str, str], str]:
    """Add what the demo lacks; one address per kind of page and language: the one with most on it."""
    call_command("search_rebuild", verbosity=0)
    add_examples()
    addresses = dict(VIEWS)
    for model in page_types():
        for language in (*LANGUAGES, "ar"):
            pages = model.objects.live().filter(locale__language_code=language)
            fullest = max(pages, key=_fullness, default=None)
            if fullest is not None:
                addresses[model._meta.label, language] = fullest.get_url()
    return addresses


def add_examples() -> None:
    """A call, an event and a section: the city's facts hold none, and nothing is invented in the demo itself."""
    index = {page.locale.language_code: page for page in NewsIndexPage.objects.live().select_related("locale")}
    now = timezone.now()
    call = make_call("paradeigma-prosklisis", opens_at=now - timedelta(days=2), closes_at=now + timedelta(days=20))
    event = make_event("paradeigma-ekdilosis", start=now + timedelta(days=5))
    for entry in (call, event):
        make_pages(entry, index)
    if not SectionPage.objects.exists():
        _add_sections()


def _add_sections() -> None:
    """A section in each language, each the other's translation."""
    key = uuid4()
    for home in HomePage.objects.live().filter(locale__language_code__in=LANGUAGES).select_related("locale"):
        title = SECTION[home.locale.language_code]
        section = SectionPage(title=title, slug="paradeigma-tmimatos", locale=home.locale, translation_key=key)
        home.add_child(instance=section)


def kinds() -> list[str]:
    """Names of everything `prepare` gives an address for."""
    return [model._meta.label for model in page_types()] + sorted({kind for kind, _ in VIEWS})


def _concrete(model: type[Page]) -> list[type[Page]]:
    found = []
    for child in model.__subclasses__():
        found += _concrete(child) if child._meta.abstract else [child, *_concrete(child)]
    return found


def _fullness(page: Page) -> int:
    texts = [field.value_to_string(page) for field in page._meta.concrete_fields if not field.is_relation]
    return sum(len(text) for text in texts if isinstance(text, str))
