"""The page of a structure: everything in the order in which readers need it, what is not known in words."""

import re
from datetime import date
from urllib.parse import unquote

import pytest

from directory.models import EligibilityRuleWords
from directory.pages.take_along import LONGEST, message_url, qr_svg
from tests.factories import directory as make


@pytest.fixture
def index(home):
    return make.index_page(home)


def headings(response, level=2):
    return re.findall(rf"<h{level}[^>]*>([^<]+)</h{level}>", response.content.decode())


def full(index, count):
    """A structure with so many of everything that it can hold."""
    structure = make.structure("full", cost="free_for", without_papers=True)
    structure.free_for.set([make.group()])
    structure.save()
    point = make.access_point(structure, "place", osm="Mo-Fr 08:00-15:00")
    make.line(make.access_point(structure, "phone"))
    make.rule(structure, "age", min_age=18)
    for number in range(count):
        make.rule(structure, "other", words=f"Προϋπόθεση {number}.")
        make.document(structure, f"paper-{number}", f"Χαρτί {number}", needed="if_you_have")
        make.language_offer(structure, f"l{number}", f"Γλώσσα {number}", how="staff")
        other = make.structure(f"other-{number}")
        make.structure_page(index, other)
        make.link(structure, "refers_to", other)
        make.link(other, "part_of", structure)
    for question in ("step_free", "lift", "guide_dog")[:count]:
        make.seen(point.location, question, note="Σημείωση.", seen_on=date(2027, 6, 12))
    make.structure_page(index, structure)
    return structure


@pytest.mark.parametrize("count", [1, 50])
def test_page_costs_the_same_with_one_and_fifty_of_everything(client, index, count, django_assert_max_num_queries):
    full(index, count)
    client.get("/domes/full/")  # words of terms are read once per process
    with django_assert_max_num_queries(12):
        response = client.get("/domes/full/")
    assert response.content.decode().count("Προϋπόθεση ") == count


def test_sections_stand_in_the_order_of_the_readers_questions(client, index):
    structure = full(index, 1)
    page = structure.pages.get()
    page.how = "Τηλεφωνήστε."
    page.save()
    assert headings(client.get("/domes/full/"))[:7] == [
        "Πώς θα έρθετε σε επαφή",
        "Για ποιους είναι",
        "Τι να έχετε μαζί σας",
        "Πώς γίνεται",
        "Προσβασιμότητα",
        "Σχετικές δομές",
        "Ποιος τη λειτουργεί",
    ]


def test_what_nobody_knows_is_said_section_by_section(client, index):
    structure = make.structure()
    make.access_point(structure, "place")
    make.structure_page(index, structure)
    body = client.get("/domes/laundry/").content.decode()
    assert "Δεν γνωρίζουμε αν υπάρχουν προϋποθέσεις. Ρωτήστε πριν πάτε." in body
    assert "Δεν γνωρίζουμε ποια χαρτιά χρειάζονται. Ρωτήστε πριν πάτε." in body
    assert "Κανείς δεν έχει κοιτάξει ακόμη. Ρωτήστε πριν πάτε." in body
    assert body.count("Δεν γνωρίζουμε αν υπάρχει ανελκυστήρας.") == 2  # wheelchair, walking
    assert 'class="yes"' not in body


def test_what_is_known_of_a_place_stands_open_and_the_rest_is_counted(client, index):
    structure = make.structure()
    place = make.access_point(structure, "place").location
    make.seen(place, "step_free", seen_on=date(2027, 6, 12))
    make.seen(place, "toilet", "no")
    make.structure_page(index, structure)
    body = client.get("/domes/laundry/").content.decode()
    assert "Η είσοδος δεν έχει σκαλιά." in body
    assert "Δεν υπάρχει προσβάσιμη τουαλέτα." in body
    assert "4 πράγματα που δεν γνωρίζουμε" in body
    assert "Το είδαμε στις 12 Ιουνίου 2027." in body


def test_sign_language_and_a_line_for_writing_answer_questions_by_themselves(client, index):
    structure = make.structure()
    make.access_point(structure, "place")
    make.line(make.access_point(structure, "text"), "+306900000000", kind="sms")
    make.language_offer(structure, "gss", "Ελληνική Νοηματική Γλώσσα", how="interpreter", **{})
    structure.language_offers.get().language.__class__.objects.filter(slug="gss").update(sign=True)
    make.structure_page(index, structure)
    body = client.get("/domes/laundry/").content.decode()
    assert "Υπάρχει νοηματική γλώσσα, με ραντεβού." in body
    assert "Μπορείτε να επικοινωνήσετε χωρίς να μιλήσετε στο τηλέφωνο." in body
    assert "Ελληνική Νοηματική Γλώσσα: με διερμηνέα" in body


def test_words_of_a_condition_that_are_only_greek_are_marked_as_greek(client, homes):
    make.index_page(homes["el"])
    english = make.index_page(homes["en"], title="Services", slug="services")
    structure = make.structure()
    rule = make.rule(structure, "income", words="Χαμηλό εισόδημα")
    make.structure_page(english, structure)
    assert (
        '<dd lang="el" dir="ltr">Income: Χαμηλό εισόδημα.</dd>' in client.get("/en/services/laundry/").content.decode()
    )
    EligibilityRuleWords.objects.create(rule=rule, language="en", text="Low income")
    assert "<dd>Income: Low income.</dd>" in client.get("/en/services/laundry/").content.decode()


def test_source_is_quoted_beside_the_cost(client, index):
    structure = make.structure(cost="paid", cost_wording="10 ευρώ η επίσκεψη (2020)")
    make.structure_page(index, structure)
    body = client.get("/domes/laundry/").content.decode()
    assert "<dd>Με πληρωμή</dd>" in body
    assert "«10 ευρώ η επίσκεψη (2020)»" in body


def test_links_are_read_from_both_ends(client, index):
    part, whole = make.structure("part"), make.structure("whole")
    for structure in (part, whole):
        make.structure_page(index, structure)
    make.link(part, "part_of", whole)
    assert headings(client.get("/domes/part/"), 3)[-1] == "Ανήκει σε"
    assert headings(client.get("/domes/whole/"), 3)[-1] == "Περιλαμβάνει"


def test_link_to_what_has_no_page_or_has_ended_is_not_shown(client, index):
    structure = make.structure()
    make.structure_page(index, structure)
    make.link(structure, "refers_to", make.structure("no-page"))
    ended = make.structure("ended", status="ended")
    make.structure_page(index, ended)
    make.link(structure, "refers_to", ended)
    assert "Σχετικές δομές" not in client.get("/domes/laundry/").content.decode()


def test_ended_structure_names_its_successor_and_what_else_helps(client, index, django_assert_max_num_queries):
    ended, successor = make.structure("ended", status="ended"), make.structure("successor")
    make.structure_page(index, ended)
    make.structure_page(index, successor)
    make.link(successor, "follows", ended)
    for number in range(5):
        other = make.structure(f"other-{number}")
        make.access_point(other, "phone", citywide=True)
        make.structure_page(index, other)
    client.get("/domes/ended/")
    with django_assert_max_num_queries(12):
        response = client.get("/domes/ended/")
    assert response.status_code == 410
    assert headings(response, 3)[:2] == ["Το έργο της συνεχίζει", "Τι άλλο βοηθά εδώ"]
    body = response.content.decode()
    assert 'href="/domes/successor/"' in body
    assert body.count('href="/domes/other-') == 3


def test_sensitive_structure_leaves_no_trace_to_take_along(client, index):
    structure = make.structure(sensitive=True)
    make.line(make.access_point(structure, "phone"))
    make.structure_page(index, structure)
    body = client.get("/domes/laundry/").content.decode()
    assert "sms:?" not in body
    assert "paper-only" not in body


def test_message_to_the_own_phone_fits_into_two():
    url = message_url(
        "Πολύ μακρύ όνομα " * 9, "210 000 0000", "Ανοιχτά τώρα, έως τις 15:00.", "https://hub.example/s/AB12C"
    )
    text = unquote(url.removeprefix("sms:?&body="))
    assert len(text) <= LONGEST
    assert text.endswith("…\n210 000 0000\nhttps://hub.example/s/AB12C")
    short = unquote(message_url("Όνομα", "", "Κλειστά.", "https://hub.example/s/AB12C"))
    assert short == "sms:?&body=Όνομα\nΚλειστά.\nhttps://hub.example/s/AB12C"


def test_code_on_paper_is_a_picture_without_text_or_style():
    picture = qr_svg("https://hub.example/s/AB12C")
    assert picture.startswith('<svg aria-hidden="true"')
    assert "style" not in picture
    assert "hub.example" not in picture
