"""The site, its languages, its home pages and what the hub says of itself."""

from django.conf import settings
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from core.demo import LANGUAGES, facts, set_words
from core.settings_models import HubSettings, HubWords
from home.pages import HomePage

SLUGS = {"el": "hub", "en": "hub-en", "ar": "hub-ar", "sq": "hub-sq", "uk": "hub-uk"}


def load_home() -> int:
    """Site, locales, home pages and settings; how many languages there are."""
    own = facts("hub")
    root = Page.get_first_root_node()
    homes: dict[str, HomePage] = {}
    for language in LANGUAGES:
        locale, _ = Locale.objects.get_or_create(language_code=language)
        homes[language] = _home(root, locale, words=own["words"][language]["home"], homes=homes)
    site, _ = Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": "localhost",
            "port": 8000,
            "root_page": homes[settings.LANGUAGE_CODE],
            "site_name": own["words"][settings.LANGUAGE_CODE]["name"],
        },
    )
    _drop_welcome_page(root)
    _settings(site, own)
    return len(homes)


def home_page() -> HomePage:
    """The home page in the default language, under which every section of the demo goes."""
    return HomePage.objects.get(slug=SLUGS[settings.LANGUAGE_CODE])


def _home(root: Page, locale: Locale, *, words: dict[str, str], homes: dict[str, HomePage]) -> HomePage:
    language = locale.language_code
    page = HomePage.objects.filter(slug=SLUGS[language]).first()
    if page is None:
        page = HomePage(slug=SLUGS[language], locale=locale, draft_title=words["title"], **words)
        page.first_published_at = page.last_published_at = timezone.now()
        if homes:
            page.translation_key = homes[settings.LANGUAGE_CODE].translation_key
        root.refresh_from_db()
        root.add_child(instance=page)
    return page


def _drop_welcome_page(root: Page) -> None:
    """Wagtail's own first page, as long as nobody has built under it."""
    for page in Page.objects.child_of(root).filter(slug="home", content_type__model="page"):
        if not page.get_children().exists():
            page.delete()


def _settings(site: Site, own: dict) -> None:
    fields = {name: own[name] for name in ("phone", "emergency_number", "time_zone", "exit_url")}
    fields["short_numbers"] = " ".join(facts("taxonomy")["short_numbers"])
    settings_row, _ = HubSettings.objects.update_or_create(site=site, defaults=fields)
    words = {
        language: {key: said for key, said in row.items() if key != "home"} for language, row in own["words"].items()
    }
    set_words(settings_row, HubWords, "hub", words)
