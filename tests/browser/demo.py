"""The demo as readers get it: what the browser tests add to it, and where its pages are."""

from datetime import timedelta
from itertools import product
from urllib.parse import urlencode
from uuid import uuid4

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Page

from core.pages import HubPage
from directory.models.choices import Status
from directory.models.structure import Structure
from directory.pages.structure import StructurePage
from directory.verify_links import write_link
from home.pages import HomePage, SectionPage
from news.pages import NewsIndexPage
from tests.factories.news import make_call, make_event, make_pages

LANGUAGES = ("el", "en", "ar")
COMPLETE = ("el", "en")  # the third, written from right to left, has the ways to help and no library
LIBRARY = ("consultations.", "network.", "news.", "studies.", "home.Announcements", "home.Project", "home.Strategy")
IN_COMPLETE_ONLY = (
    "home.SectionPage",
    "directory.CoveragePage",
    "directory.MobileCalendarPage",
    "calendar of a community",
    "check by a body",
    "change by a body",
)
SECTION = {"el": "Παράδειγμα τμήματος", "en": "Example of a section"}
# Views that are no pages of the tree: kind → name of the route, and what the route asks for.
ROUTES = {
    "request for contact": "directory:contact",
    "request to be erased": "directory:contact_erase",
    "my list": "directory:my_list",
    "near": "directory:near",
    "emergencies": "directory:emergencies",
    "open data": "directory:open_data",
    "report": "directory:report",
    "report thanks": "directory:report_thanks",
    "check by a body": "directory:verify",
    "change by a body": "directory:verify_change",
}
SEARCHES = {
    "search": {"el": "fagito", "en": "shelter", "ar": "طعام"},
    "search in danger": {"el": "θέλω να πεθάνω", "en": "i want to die", "ar": "أريد أن أموت"},
    "search without an answer": dict.fromkeys(LANGUAGES, "xyzzyqqq"),
}
# A page type in another state: kind → the type, and what follows its address.
STATES = {
    "list with a choice": ("directory.DirectoryIndexPage", "?need=food&when=now"),
    "map": ("directory.DirectoryIndexPage", "?view=map"),
    "list with nothing": ("directory.DirectoryIndexPage", "?q=xyzzyqqq"),
    "list beyond its end": ("directory.DirectoryIndexPage", "?page=99"),
    "second question": ("directory.FinderPage", "?need=food"),
    "first door": ("directory.FinderPage", "?need=food&who=me&how=phone&where=a"),
    "calendar of a community": ("directory.MobileCalendarPage", "?community=a"),
}
STRUCTURES = {
    "sensitive structure": {"structure__sensitive": True},
    "structure that a project pays": {"structure__project_links__isnull": False},
    "structure with hours": {"structure__access_points__schedules__kind": "hours", "structure__status": Status.ACTIVE},
    "paused structure": {"structure__status": Status.PAUSED},
    "ended structure": {"structure__status": Status.ENDED},
}
NOT_FOUND = {"el": "/den-yparchei/", "en": "/en/does-not-exist/", "ar": "/ar/does-not-exist/"}
# Answered with 404 or 410, which the browser calls an error.
FAULTS = ("not found", "list beyond its end", "ended structure")
REPORTS = ("directory:report", "directory:report_thanks")
LETTERS = ("directory:verify", "directory:verify_change")
# Routes of readers that show no page of their own, or one that only a sent form shows.
WITHOUT_A_PAGE = {"search_suggest", "opensearch", "news_atom", "studies:indicator_csv", "directory:short"}
SENT_TO = {"directory:verify_confirm", "directory:verify_again"}


def page_types() -> list[type[HubPage]]:
    """Every page type a reader may meet."""
    return sorted(_concrete(HubPage), key=lambda model: model._meta.label)


def parts() -> list[tuple[str, str]]:
    """Page types that show a part of themselves one step below their address, and which."""
    return sorted((model._meta.label, part) for model in page_types() for part in model.parts)


def kinds() -> list[str]:
    """Names of everything `prepare` gives an address for."""
    below = [f"{label} {part}" for label, part in parts()]
    return (
        [model._meta.label for model in page_types()] + below + [*ROUTES, *SEARCHES, *STATES, *STRUCTURES, "not found"]
    )


def matrix() -> list[tuple[str, str]]:
    """Every kind of page with each language that has it: the keys of what `prepare` gives."""
    return [
        (kind, language)
        for kind, language in product(kinds(), LANGUAGES)
        if language in COMPLETE or not (kind.startswith(LIBRARY) or kind in IN_COMPLETE_ONLY)
    ]


def prepare() -> dict[tuple[str, str], str]:
    """Add what the demo lacks; one address per kind of page and language: the one with most on it."""
    call_command("search_rebuild", verbosity=0)
    add_examples()
    addresses = {}
    for language in LANGUAGES:
        with override(language):
            found = _pages(language)
            found |= {f"{label} {part}": f"{found[label]}{part}/" for label, part in parts() if label in found}
            found |= {kind: found[label] + query for kind, (label, query) in STATES.items() if label in found}
            found |= _structures(language) | _views(language) | {"not found": NOT_FOUND[language]}
            for kind, words in SEARCHES.items():
                found[kind] = f"{reverse('search')}?{urlencode({'q': words[language]})}"
        addresses |= {(kind, language): address for kind, address in found.items()}
    return addresses


def _pages(language: str) -> dict[str, str]:
    """Of each page type the page with most words."""
    found = {}
    for model in page_types():
        pages = model.objects.live().filter(locale__language_code=language)
        fullest = max(pages, key=_fullness, default=None)
        if fullest is not None:
            found[model._meta.label] = fullest.get_url()
    return found


def _structures(language: str) -> dict[str, str]:
    pages = StructurePage.objects.live().filter(locale__language_code=language)
    found = {kind: pages.filter(**facts).first() for kind, facts in STRUCTURES.items()}
    return {kind: page.get_url() for kind, page in found.items() if page}


def _views(language: str) -> dict[str, str]:
    """Addresses of the views, for a structure where they are about one; bodies are written to in two languages."""
    structure = Structure.objects.filter(sensitive=False, website__gt="").order_by("pk").first()
    token = write_link(structure.uuid, "", at=timezone.now())
    about = dict.fromkeys(("directory:report", "directory:report_thanks"), structure.code) | dict.fromkeys(
        LETTERS, token
    )
    routes = {kind: route for kind, route in ROUTES.items() if language in COMPLETE or route not in LETTERS}
    return {kind: reverse(route, args=[about[route]] if route in about else None) for kind, route in routes.items()}


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
    for home in HomePage.objects.live().filter(locale__language_code__in=COMPLETE).select_related("locale"):
        title = SECTION[home.locale.language_code]
        section = SectionPage(title=title, slug="paradeigma-tmimatos", locale=home.locale, translation_key=key)
        home.add_child(instance=section)


def _concrete(model: type[Page]) -> list[type[Page]]:
    found = []
    for child in model.__subclasses__():
        found += _concrete(child) if child._meta.abstract else [child, *_concrete(child)]
    return found


def _fullness(page: Page) -> int:
    texts = [field.value_to_string(page) for field in page._meta.concrete_fields if not field.is_relation]
    return sum(len(text) for text in texts if isinstance(text, str))
