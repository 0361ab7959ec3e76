"""`manage.py begin_hub "Κοινωνικός Κόμβος" "Πόλη"`: a hub that editors can go on with, in an empty database."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from core.settings_models import HubSettings, HubWords
from core.taxonomy_demo import load_terms
from home.beginning import begin
from home.pages import HomePage


class Command(BaseCommand):
    help = "Makes the first home page, the languages and the hub's settings; everything else is the editors'."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="What the hub is called, in the language of the city.")
        parser.add_argument("city", help="The city, in the same language.")
        parser.add_argument("--host", default="localhost", help="Its name on the net, for example hub.example.org.")
        parser.add_argument("--port", type=int, default=443, help="443 is https, and left out of addresses.")
        parser.add_argument("--terms", action="store_true", help="Needs, groups, languages and papers as in the demo.")

    def handle(self, *args: Any, **options: Any) -> None:
        if HomePage.objects.exists():
            raise CommandError("This hub has begun already: its name is changed in the admin, under settings.")
        words = HubWords(language=settings.LANGUAGE_CODE, name=options["name"], city=options["city"])
        try:
            words.clean_fields(exclude=["hub"])
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        self.begin(words, options)
        self.stdout.write(self.style.SUCCESS(f"{words.name} has begun. Its sections are pages below the home page."))

    @transaction.atomic
    def begin(self, words: HubWords, options: dict[str, Any]) -> None:
        """All of it or nothing."""
        home = {settings.LANGUAGE_CODE: {"title": words.name}}
        begin(home, name=words.name, hostname=options["host"], port=options["port"], at=timezone.now())
        words.hub = HubSettings.for_site(Site.objects.get(is_default_site=True))
        words.save()
        words.hub.save()
        if options["terms"]:
            load_terms()
