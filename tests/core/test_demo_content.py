"""The demo: files of facts are whole, loading twice changes nothing, the hub says who it is."""

import subprocess
import sys

from django.core.management import call_command
from wagtail.models import Page

from core.demo import FACTS_FOLDER
from core.taxonomy import Community, Need, SpokenLanguage, TargetGroup
from core.taxonomy_demo import load_taxonomy


def test_files_of_facts_are_whole():
    done = subprocess.run([sys.executable, "check.py"], cwd=FACTS_FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_taxonomy_is_loaded_in_five_languages(db):
    load_taxonomy()
    assert (Need.objects.count(), TargetGroup.objects.count()) == (15, 19)
    assert (Community.objects.count(), SpokenLanguage.objects.count()) == (5, 13)
    assert set(Need.objects.get(slug="food").words.values_list("language", flat=True)) == {
        "el",
        "en",
        "ar",
        "sq",
        "uk",
    }


def test_loading_twice_changes_nothing(demo_content, db):
    before = list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_created_at"))
    call_command("load_demo", verbosity=0)
    assert list(Page.objects.order_by("path").values_list("path", "title", "latest_revision_created_at")) == before
