"""Editors keep a structure in one form; what they may not do is said and what they typed stays."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from directory.models import ContactLine, Location, Schedule, Structure, StructurePage
from tests.factories import directory as make

# The reader of forms knows no ticked box without a value.
TICKED = ("access_points-0-citywide", "access_points-0-first_contact", "access_points-0-schedules-0-observes_holidays")


@pytest.fixture
def structure(db):
    made = make.structure()
    point = make.access_point(made, "phone", osm="Mo-Fr 08:00-15:00")
    make.line(point)
    return made


def address(action, *args):
    return reverse(Structure.snippet_viewset.get_url_name(action), args=args)


def change(client, structure, **fields):
    """Sends the structure's form as an editor would, with some fields changed."""
    url = address("edit", structure.pk)
    html = client.get(url).content.decode()
    place = next(number for number in range(9) if "label" in querydict_from_html(html, form_index=number))
    data = querydict_from_html(html, form_index=place)
    sent = {**data.dict(), **with_no_blocks("sources"), **dict.fromkeys(TICKED, "on")}
    for chosen_by_the_reader in ("access_points-0-communities", "free_for"):
        sent.pop(chosen_by_the_reader, None)
    return client.post(url, {**sent, **fields})


def with_no_blocks(*names):
    """What the script of the admin sends for an empty field of blocks."""
    return {f"{name}-count": "0" for name in names}


def test_phone_is_changed_in_the_form_of_its_structure(admin_client, structure):
    response = change(admin_client, structure, **{"access_points-0-lines-0-number": "0030 210-111.1111"})
    assert response.status_code == 302
    assert ContactLine.objects.get().number == "+302101111111"


def test_number_that_is_none_stays_in_the_form_with_a_sentence(admin_client, structure):
    response = change(admin_client, structure, **{"access_points-0-lines-0-number": "2104"})
    assert response.status_code == 200
    assert 'value="2104"' in response.content.decode()
    assert ContactLine.objects.get().number == "+302100000000"


def test_hours_typed_in_words_are_offered_and_not_stored(admin_client, structure):
    response = change(admin_client, structure, **{"access_points-0-schedules-0-osm": "Δευ-Παρ 8-3"})
    assert "Mo-Fr 08:00-15:00" in response.content.decode()
    assert response.status_code == 200
    assert Schedule.objects.get().osm == "Mo-Fr 08:00-15:00"


def test_rule_of_the_whole_is_said_above_the_form(admin_client, structure):
    made = make.community()
    response = change(admin_client, structure, **{"access_points-0-communities": str(made.pk)})
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()


def rows(name, *of):
    """New rows of an inline panel as the form sends them."""
    sent = {f"{name}-TOTAL_FORMS": len(of), f"{name}-INITIAL_FORMS": 0}
    for number, row in enumerate(of):
        sent |= {f"{name}-{number}-{key}": value for key, value in row.items()} | {f"{name}-{number}-ORDER": number + 1}
    return {key: str(value) for key, value in sent.items()}


def test_conditions_papers_languages_and_links_are_kept_in_the_same_form(admin_client, structure):
    other = make.structure("other")
    said = rows("rules-0-words", {"language": "el", "text": "Χαμηλό εισόδημα"})
    response = change(
        admin_client,
        structure,
        **rows("rules", {"kind": "income", "answer": ""}),
        **said,
        **rows("documents", {"type": make.document_type().pk, "needed": "sometimes"}),
        **rows("language_offers", {"language": make.language().pk, "how": "interpreter"}),
        **rows("links", {"kind": "refers_to", "target": other.pk}),
    )
    assert response.status_code == 302
    assert [words.text for words in structure.rules.get().words.all()] == ["Χαμηλό εισόδημα"]
    assert structure.documents.get().needed == "sometimes"
    assert structure.language_offers.get().language.slug == "ar"
    assert structure.links.get().target == other


def test_part_of_itself_is_refused_and_what_was_typed_stays(admin_client, structure):
    response = change(admin_client, structure, **rows("links", {"kind": "part_of", "target": structure.pk}))
    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == ["Μια δομή δεν συνδέεται με τον εαυτό της."]
    assert f'value="{structure.pk}"' in response.content.decode()


def test_what_was_seen_of_a_place_is_kept_with_the_place(admin_client):
    place = make.location()
    url = reverse(Location.snippet_viewset.get_url_name("edit"), args=[place.pk])
    html = admin_client.get(url).content.decode()
    number = next(number for number in range(9) if "street" in querydict_from_html(html, form_index=number))
    sent = querydict_from_html(html, form_index=number).dict()
    sent |= rows("accessibility", {"question": "door_width", "answer": "yes", "measure": "90", "seen_by": "ΚΕΠ"})
    sent |= rows("accessibility-0-words")
    assert admin_client.post(url, sent).status_code == 302
    assert str(place.accessibility.get()) == "Η πιο στενή πόρτα τουλάχιστον 85 εκ.: Ναι"


def test_key_in_greek_is_written_in_latin_letters_and_an_empty_one_stays_what_it_was(admin_client, structure):
    for typed in ("Κοινωνικό πλυντήριο", ""):
        change(admin_client, structure, slug=typed)
        assert Structure.objects.get().slug == "koinoniko-plyntirio"


def publish(client, page):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    blocks = with_no_blocks("offers", "good_to_know")
    assert client.post(url, {**data.dict(), **blocks, "action-publish": "1"}).status_code == 302


def test_page_without_a_way_in_is_not_published(admin_client, home):
    index = make.index_page(home)
    publish(admin_client, make.structure_page(index, make.structure(), live=False))
    assert not StructurePage.objects.get().live


def test_page_of_a_mobile_unit_without_a_unit_is_not_published(admin_client, home):
    structure = make.structure()
    make.line(make.access_point(structure, "phone"))
    make.access_point(structure, "mobile")
    page = make.structure_page(make.index_page(home), structure, live=False)
    for live in (False, True):
        publish(admin_client, page)
        assert StructurePage.objects.get().live is live
        make.mobile_unit(structure)


def test_mobile_unit_is_named_in_the_form_of_its_structure(admin_client, structure):
    mobile = {"access_points-0-channel": "mobile", "access_points-0-lines-0-number": "2100000000"}
    assert change(admin_client, structure, **mobile).status_code == 200
    named = {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0", "0-words-TOTAL_FORMS": "1", "0-words-INITIAL_FORMS": "0"}
    named |= {"0-ORDER": "1", "0-words-0-language": "el", "0-words-0-name": "Λεωφορείο", "0-words-0-ORDER": "1"}
    answer = change(admin_client, structure, **mobile, **{f"mobile_units-{key}": each for key, each in named.items()})
    assert answer.status_code == 302
    assert str(structure.mobile_units.get()) == "Λεωφορείο"


@pytest.mark.parametrize("name", ["structure", "organisation", "location", "closure", "holidayrule"])
def test_every_list_of_facts_opens(admin_client, structure, name):
    assert admin_client.get(reverse(f"wagtailsnippets_directory_{name}:list")).status_code == 200
    assert admin_client.get(reverse(f"wagtailsnippets_directory_{name}:add")).status_code == 200


def test_second_of_two_editors_sees_both_versions_and_nothing_is_lost(admin_client, structure):
    html = admin_client.get(address("edit", structure.pk)).content.decode()
    place = next(number for number in range(9) if "label" in querydict_from_html(html, form_index=number))
    sent = {
        **querydict_from_html(html, form_index=place).dict(),
        **with_no_blocks("sources"),
        **dict.fromkeys(TICKED, "on"),
    }
    for chosen_by_the_reader in ("access_points-0-communities", "free_for"):
        sent.pop(chosen_by_the_reader, None)
    assert change(admin_client, structure, **{"access_points-0-lines-0-number": "2101111111"}).status_code == 302
    sent |= {"label": "Δεύτερο", "access_points-0-lines-0-number": "2102222222"}
    answer = admin_client.post(address("edit", structure.pk), sent)
    said = answer.context["form"].non_field_errors()
    assert (answer.status_code, len(said)) == (200, 3)
    assert "+302101111111" in said[2] and "+302102222222" in said[2] and "Δεύτερο" in said[1]
    assert ContactLine.objects.get().number == "+302101111111"
    again = sent | {"version": answer.context["form"].data["version"]}
    assert admin_client.post(address("edit", structure.pk), again).status_code == 302
    assert (ContactLine.objects.get().number, Structure.objects.get().label) == ("+302102222222", "Δεύτερο")


def sent_place(client, **typed):
    url = reverse(Location.snippet_viewset.get_url_name("add"))
    html = client.get(url).content.decode()
    number = next(number for number in range(9) if "street" in querydict_from_html(html, form_index=number))
    sent = querydict_from_html(html, form_index=number).dict() | rows("words", {"language": "el", "city": "Πόλη"})
    return client.post(url, sent | {"street": "Οδός"} | typed)


@pytest.mark.parametrize(
    ("lat", "lon", "said"),
    [
        ("37,94", "23.64", None),
        ("23.64", "37,94", "Μοιάζουν αντεστραμμένα. Να γίνουν 37.94, 23.64;"),
        ("48.85", "2.35", "έξω από την Ελλάδα"),
        ("37.94", "", "πάνε μαζί"),
    ],
)
def test_coordinates_are_read_kindly_and_asked_about(admin_client, lat, lon, said):
    answer = sent_place(admin_client, lat=lat, lon=lon)
    assert answer.status_code == (200 if said else 302)
    if said:
        assert said in answer.content.decode() and f'value="{lat}"' in answer.content.decode()
    else:
        assert str(Location.objects.get().lat) == "37.940000"


@pytest.mark.parametrize(
    ("typed", "good"),
    [("3/5/2027", True), ("2027-05-03", True), ("31/02/2027", False), ("03/05/0207", False), ("0207-05-03", False)],
)
def test_day_is_read_as_people_write_it_and_no_other_day(admin_client, structure, typed, good):
    answer = change(admin_client, structure, valid_from=typed)
    assert answer.status_code == (302 if good else 200)
    if not good:
        assert "valid_from" in answer.context["form"].errors
        assert f'value="{typed}"' in answer.content.decode()
