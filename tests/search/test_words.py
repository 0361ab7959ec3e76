"""Words of editors: the table of what is known, a trial before the save, and the file."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import translation

from core.editing.services import sync_roles
from core.taxonomy import Need
from home.roles import EDITOR
from search.admin import concepts
from search.lexicon.current import current
from search.models import Concept, Expression, GradedQuery
from search.services import rebuild
from search.wording import known_words, said_elsewhere, try_concept
from tests.conftest import NOON
from tests.factories import home as make

TODAY = NOON.date()
TABLE, ADD = "wagtailsnippets_search_concept:list", "wagtailsnippets_search_concept:add"
WHOLE = """\
# Words that editors added to search. `manage.py search_lexicon import FILE.toml` reads them.

[[concept]]
name = "βάρκα"
need = "food"
el = ["πλεούμενο", "του \\"καπετάνιου\\""]
en = ["boat"]

[[concept]]
name = "λαρυγγάς"
extends = "doctor"
used = false
"""


@pytest.fixture
def boats(homes):
    """A page about boats, and a page that only speaks of them."""
    make.standard_page(homes["el"], title="Βάρκες και σκάφη", slug="varkes")
    make.standard_page(homes["el"], title="Το λιμάνι", slug="limani", summary="Εδώ δένει κάθε πλεούμενο.")
    rebuild()


@pytest.fixture
def editor(boats) -> Client:
    sync_roles()
    user = get_user_model().objects.create_user("maria")
    user.groups.add(Group.objects.get(name=EDITOR.name))
    client = Client()
    client.force_login(user)
    return client


def concept(name: str, *texts: str, **fields) -> Concept:
    """A concept that is not saved."""
    made = Concept(name=name, **fields)
    made.expressions.set([Expression(language="el", text=text) for text in texts])
    return made


def filled(name: str, *texts: str, **more: str) -> dict[str, str]:
    rows = {f"expressions-{n}-{key}": value for n, text in enumerate(texts)
            for key, value in (("language", "el"), ("text", text), ("ORDER", str(n + 1)))}  # fmt: skip
    counts = {"TOTAL_FORMS": str(len(texts)), "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": "1000"}
    return {"name": name, "is_used": "on", **rows, **{f"expressions-{k}": v for k, v in counts.items()}, **more}


def test_a_trial_shows_what_the_words_would_find_and_saves_nothing(boats):
    trial = try_concept(concept("βάρκα", "πλεούμενο"), today=TODAY)
    (_name, word) = trial.own
    assert word.query == "πλεούμενο"
    assert word.now == ("Το λιμάνι",)
    assert set(word.then) == {"Το λιμάνι", "Βάρκες και σκάφη"}
    assert not Concept.objects.exists()
    assert "πλεούμενο" not in str(current().surfaces)


def test_a_trial_finds_what_is_found_after_the_save(boats, django_capture_on_commit_callbacks):
    made = concept("βάρκα", "πλεούμενο")
    foreseen = [each.then for each in try_concept(made, today=TODAY).own]
    with django_capture_on_commit_callbacks(execute=True):
        made.save()
    assert [each.now for each in try_concept(made, today=TODAY).own] == foreseen


def test_a_graded_query_whose_first_result_would_change_is_told(boats):
    GradedQuery.objects.create(query="σχεδίες", language="el")
    GradedQuery.objects.create(query="λιμάνι", language="el")
    told = try_concept(concept("βάρκα", "σχεδία"), today=TODAY).others
    assert [(each.query, each.now, each.then, each.graded) for each in told] == [
        ("σχεδίες", (), ("Βάρκες και σκάφη",), True)
    ]


def test_words_of_other_editors_are_told_too(homes):
    concept("βάρκα", "πλεούμενο").save()
    assert said_elsewhere(concept("σκάφος", "Πλεουμενο")) == [("Πλεουμενο", "βάρκα")]
    assert said_elsewhere(Concept.objects.get()) == []


def test_the_table_holds_what_is_known_and_what_was_added_first(editor):
    concept("βάρκα", "πλεούμενο").save()
    concept("σχεδία", is_used=False).save()
    rows = known_words("", today=TODAY)
    assert [row.name for row in rows[:2]] == ["βάρκα", "σχεδία"]
    assert len(rows) > 100
    text = editor.get(reverse(TABLE)).content.decode()
    assert "πλεούμενο" in text
    assert "εκτός χρήσης" in text


@pytest.mark.parametrize("query", ["γιατρός", "ΓΙΑΤΡΟΣ", "giatros", "doctor", "طبيب"])
def test_the_table_finds_a_concept_by_a_word_in_any_spelling(boats, query):
    assert "doctor" in {row.id for row in known_words(query, today=TODAY)}
    assert len(known_words(query, today=TODAY)) < 30


def test_an_editor_tries_a_word_then_saves_it(editor):
    with translation.override("el"):
        tried = editor.post(reverse(ADD), filled("βάρκα", "πλεούμενο", **{"action-try": "1"})).content.decode()
        assert "Δοκιμάστηκε, δεν αποθηκεύτηκε" in tried
        assert 'value="πλεούμενο"' in tried
        assert not Concept.objects.exists()
        assert editor.post(reverse(ADD), filled("βάρκα", "πλεούμενο")).status_code == 302
    assert [each.text for each in Concept.objects.get().expressions.all()] == ["πλεούμενο"]


def test_a_save_that_would_change_much_is_shown_first(editor, monkeypatch):
    monkeypatch.setattr(concepts, "MOST_QUIET", -1)
    with translation.override("el"):
        asked = editor.post(reverse(ADD), filled("βάρκα", "πλεούμενο"))
        assert "Δεν αποθηκεύτηκε ακόμη" in asked.content.decode()
        assert not Concept.objects.exists()
        assert editor.post(reverse(ADD), filled("βάρκα", "πλεούμενο", confirmed="1")).status_code == 302
    assert Concept.objects.exists()


def test_the_address_fills_the_form(editor):
    address = reverse(ADD) + "?extends=doctor&name=λαρυγγάς&word=ωριλάς&language=el"
    text = editor.get(address).content.decode()
    assert 'value="ωριλάς"' in text
    assert '<option value="doctor" selected>' in text


def test_words_travel_in_a_file_and_come_back_byte_by_byte(homes, tmp_path):
    Need.objects.create(slug="food", order=1)
    first, second = tmp_path / "first.toml", tmp_path / "second.toml"
    first.write_text(WHOLE, encoding="utf-8")
    for times in range(2):
        call_command("search_lexicon", "import", str(first), stdout=StringIO())
        call_command("search_lexicon", "export", str(second), stdout=StringIO())
        assert second.read_bytes() == first.read_bytes(), times
    assert Expression.objects.count() == 3


def test_an_import_changes_what_the_file_names_and_says_what_stays(homes, tmp_path):
    concept("άλλη").save()
    concept("βάρκα", "παλιό").save()
    file, out = tmp_path / "words.toml", StringIO()
    file.write_text('[[concept]]\nname = "βάρκα"\nel = ["πλεούμενο"]\n', encoding="utf-8")
    call_command("search_lexicon", "import", str(file), stdout=out)
    assert "1 others stay" in out.getvalue()
    assert list(Expression.objects.values_list("text", flat=True)) == ["πλεούμενο"]
    call_command("search_lexicon", "import", str(file), "--alone", stdout=out)
    assert list(Concept.objects.values_list("name", flat=True)) == ["βάρκα"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[concept]]\nname = α", "at line 2"),
        ('words = "α"', "[[concept]]"),
        ('\n[[concept]]\nname = "βάρκα"\nel = ["και"]', "line 2, concept “βάρκα”: el, “και”: "),
        ('[[concept]]\nname = "βάρκα"\nspanish = ["barco"]', "“spanish” is not known"),
        ('[[concept]]\nname = "βάρκα"\nel = "πλεούμενο"', "el is a list of texts"),
        ('[[concept]]\nname = "βάρκα"\nextends = "boats"', "no concept “boats”"),
        ('[[concept]]\nname = "βάρκα"\nneed = "boats"', "no need “boats”"),
        ('[[concept]]\nname = "βάρκα"\n[[concept]]\nname = "βάρκα"', "line 3, concept “βάρκα”: this name"),
        ('[[concept]]\nel = ["α"]', "line 1, concept “”: name: "),
        ('[[concept]]\nname = "βάρκα"\nel = ["σκάφη", "σκάφη"]', "el, “σκάφη”: twice"),
    ],
)
def test_a_file_that_is_wrong_is_refused_whole_and_told_where(homes, tmp_path, capsys, text, said):
    file = tmp_path / "words.toml"
    file.write_text(text, encoding="utf-8")
    with translation.override("en"), pytest.raises(SystemExit) as stopped:
        call_command("search_lexicon", "import", str(file))
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    assert "Nothing was changed." in told
    assert not Concept.objects.exists()
