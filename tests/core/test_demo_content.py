"""The demo: files of facts are whole, loading twice changes nothing, the hub says who it is."""

import subprocess
import sys

from django.conf import settings

from core.demo import FACTS_FOLDER
from core.settings_models import HubWords
from core.taxonomy import Community, DocumentType, Need, SpokenLanguage, TargetGroup
from core.taxonomy_demo import load_taxonomy
from directory.models.finder import FinderQuestion

LANGUAGES = {code for code, _name in settings.LANGUAGES}


def test_files_of_facts_are_whole():
    done = subprocess.run([sys.executable, "check.py"], cwd=FACTS_FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_taxonomy_is_loaded_in_five_languages(db):
    load_taxonomy()
    assert (Need.objects.count(), TargetGroup.objects.count()) == (15, 19)
    assert (Community.objects.count(), SpokenLanguage.objects.count()) == (5, 13)
    for vocabulary in (Need, TargetGroup, Community, SpokenLanguage, DocumentType):
        for term in vocabulary.objects.prefetch_related("words"):
            assert {words.language for words in term.words.all()} == LANGUAGES, term.slug


def test_finder_and_hub_speak_five_languages(demo_content, db):
    for question in FinderQuestion.objects.prefetch_related("words", "answers__words"):
        for asked in (question, *question.answers.all()):
            assert {words.language for words in asked.words.all()} == LANGUAGES, asked
    assert set(HubWords.objects.values_list("language", flat=True)) == LANGUAGES
