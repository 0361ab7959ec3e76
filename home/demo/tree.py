"""The site, its languages, its home pages and what the hub says of itself."""

from django.utils import timezone
from wagtail.models import Site

from core.demo import LANGUAGES, facts, set_words
from core.settings_models import HubSettings, HubWords
from home.beginning import begin


def load_home() -> int:
    """Site, locales, home pages and settings; how many languages there are."""
    own = facts("hub")
    homes = {language: own["words"][language]["home"] for language in LANGUAGES}
    name = own["words"][LANGUAGES[0]]["name"]
    begin(homes, name=name, hostname="localhost", port=8000, at=timezone.now())
    fields = {field: own[field] for field in ("phone", "emergency_number", "time_zone", "exit_url")}
    fields["short_numbers"] = " ".join(facts("taxonomy")["short_numbers"])
    site = Site.objects.get(is_default_site=True)
    settings_row, _ = HubSettings.objects.update_or_create(site=site, defaults=fields)
    words = {
        language: {key: said for key, said in row.items() if key != "home"} for language, row in own["words"].items()
    }
    set_words(settings_row, HubWords, "hub", words)
    return len(homes)
