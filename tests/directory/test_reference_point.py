"""The reference point: reached without speaking, places by what one needs, an interpreter, an obstacle to report."""

import pytest
from django.core.exceptions import ValidationError

from directory.models import ReferencePointPage
from tests.factories import directory as make


@pytest.fixture
def structure(home):
    """A structure that is reached by phone alone."""
    made = make.structure("point")
    make.line(make.access_point(made, "phone"))
    make.structure_page(make.index_page(home), made)
    return made


def page_of(home, structure, **fields):
    words = {"title": "Σημείο Αναφοράς", "slug": "simeio", "locale": home.locale} | fields
    return ReferencePointPage(structure=structure, **words)


@pytest.fixture
def page(home, structure):
    return home.add_child(instance=page_of(home, structure, by_form=True))


def test_page_without_a_written_way_is_refused(home, structure):
    with pytest.raises(ValidationError, match="χωρίς φωνή") as refusal:
        home.add_child(instance=page_of(home, structure))
    assert list(refusal.value.message_dict) == ["structure"]


@pytest.mark.parametrize(
    "way", [{"channel": "text", "url": "https://chat.example/"}, {"channel": "online", "email": "point@city.example"}]
)
def test_form_chat_or_mail_is_a_written_way(home, structure, way):
    make.access_point(structure, **way)
    assert home.add_child(instance=page_of(home, structure)).live


def test_line_for_messages_is_a_written_way(home, structure):
    make.line(make.access_point(structure, "text"), "+306900000000", kind="sms")
    assert home.add_child(instance=page_of(home, structure)).live


def test_each_profile_leads_to_the_places_that_have_what_it_needs(client, page):
    body = client.get("/simeio/").content.decode()
    wheelchair = body[body.index("Χρησιμοποιώ αμαξίδιο") : body.index("Δυσκολεύομαι στο περπάτημα")]
    assert 'href="/domes/?access=step_free">Είσοδος χωρίς σκαλιά</a>' in wheelchair
    hearing = body[body.index("Ακούω λίγο ή καθόλου") :]
    assert 'href="/domes/?access=written"' in hearing


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "Δεν γνωρίζουμε πόσες ημέρες πριν πρέπει να τον ζητήσετε."),
        (1, "Ζητήστε τον τουλάχιστον 1 εργάσιμη ημέρα πριν."),
        (5, "Ζητήστε τον τουλάχιστον 5 εργάσιμες ημέρες πριν."),
    ],
)
def test_page_says_how_long_ahead_an_interpreter_is_asked_for(client, page, days, words):
    page.interpreter_days = days
    page.save()
    assert words in client.get("/simeio/").content.decode()


def test_obstacle_is_reported_with_its_kind_chosen(client, page, structure):
    body = client.get("/simeio/").content.decode()
    address = f"/report/{structure.code}/?kind=accessibility"
    assert f'href="{address}"' in body
    form = client.get(address).content.decode()
    assert 'value="accessibility" checked' in " ".join(form.split()).replace(' id="id_kind_6"', "")


@pytest.mark.parametrize("count", [1, 50])
def test_page_costs_the_same_for_one_and_fifty_lines(client, page, structure, count, django_assert_max_num_queries):
    point = make.access_point(structure, "text")
    for number in range(count):
        make.line(point, f"+3069000000{number:02d}", kind="sms")
    client.get("/simeio/")
    with django_assert_max_num_queries(12):
        client.get("/simeio/")
