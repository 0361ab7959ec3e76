"""Who pays is said in the words of the rules, in every language, once."""

import pytest

from home.models.funding import Programme
from home.selectors.bands import bands_of, site_bands
from tests.factories import home as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "statement"),
    [("/", "Με τη συγχρηματοδότηση της Ευρωπαϊκής Ένωσης"), ("/en/", "Co-funded by the European Union")],
)
def test_band_of_the_programme_that_pays_the_site_stands_on_every_page(client, homes, address, statement):
    make.programme(pays_site=True)
    assert statement in client.get(address).content.decode()


def test_band_of_another_programme_does_not_stand_on_every_page(client, homes):
    make.programme()
    assert site_bands("el") == []


def test_same_sentence_of_two_programmes_is_said_once():
    one = make.programme()
    two = Programme.objects.create(slug="again", publicity=one.publicity)
    assert len(bands_of([one.pk, one.pk], "el")) == 1
    assert [band.programme for band in bands_of([one.pk, two.pk], "en")] == [
        "",
        "Programme “Attica” 2021–2027",
    ]


def test_band_names_the_emblem_in_the_language_of_the_reader():
    made = make.programme()
    assert bands_of([made.pk], "en")[0].emblem_alt == "Emblem of the European Union"
