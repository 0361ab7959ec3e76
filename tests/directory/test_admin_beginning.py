"""Help for whoever writes a structure: what is missing, one like this, which look the same."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from directory.models import ContactLine, Structure
from directory.selectors.editing import alike, lacking
from tests.factories import directory as make

pytestmark = pytest.mark.django_db


def address(action, *args):
    return reverse(Structure.snippet_viewset.get_url_name(action), args=args)


@pytest.fixture
def laundry(homes):
    structure = make.structure()
    make.line(make.access_point(structure, "phone", osm="Mo-Fr 08:00-15:00", citywide=True))
    make.access_point(structure, "place", citywide=True)
    make.structure_page(make.index_page(homes["el"]), structure)
    return structure


def form_of(client, url):
    """The form of a structure as the browser would send it."""
    html = client.get(url).content.decode()
    found = (querydict_from_html(html, form_index=number) for number in range(9))
    sent = next(data for data in found if "label" in data).dict() | {"sources-count": "0"}
    # What the reader of forms takes for chosen though it is not.
    return {key: value for key, value in sent.items() if key != "free_for" and not key.endswith("-communities")}


def test_what_nobody_has_written_yet_is_named_in_words(admin_client, laundry, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        words = [str(word) for word in lacking(laundry)]
    assert words == [
        "γλώσσες", "προσβασιμότητα", "δικαιολογητικά", "ποιοι μπορούν να έρθουν", "κόστος", "έλεγχος από τον φορέα",
        "σελίδα στα αγγλικά",
    ]  # fmt: skip
    page = admin_client.get(address("edit", laundry.pk)).content.decode()
    assert "Λείπουν: γλώσσες, προσβασιμότητα, " in page
    assert f'<a href="{reverse("directory_check", args=[laundry.pk])}">Έλεγχος τηλεφωνικά</a>' in page


def test_one_like_this_takes_all_but_numbers_and_place(admin_client, laundry):
    community = make.community()
    place = make.location("elsewhere", street="Αλλού")
    sent = form_of(admin_client, address("copy", laundry.pk))
    assert sent["label"] == "laundry (αντίγραφο)"
    assert not any("+3021" in value for value in sent.values())
    assert admin_client.post(address("add"), sent).status_code == 200, "place and communities are asked for"
    sent |= {
        "access_points-0-lines-TOTAL_FORMS": "1",
        "access_points-0-lines-0-kind": "voice",
        "access_points-0-lines-0-cost": "free",
        "access_points-0-lines-0-number": "2105550000",
        "access_points-0-lines-0-ORDER": "1",
        "access_points-0-communities": str(community.pk),
        "access_points-1-communities": str(community.pk),
        "access_points-1-location": str(place.pk),
    }
    answer = admin_client.post(address("add"), sent)
    assert answer.status_code == 302
    copy = Structure.objects.exclude(pk=laundry.pk).get()
    assert copy.code != laundry.code
    assert [point.channel for point in copy.access_points.all()] == ["phone", "place"]
    assert [row.osm for row in copy.access_points.first().schedules.all()] == ["Mo-Fr 08:00-15:00"]
    assert ContactLine.objects.get(access_point__structure=copy).number == "+302105550000"
    assert ContactLine.objects.filter(access_point__structure=laundry).count() == 1


def test_structure_that_may_be_the_same_is_named_after_saving(admin_client, laundry):
    make.line(make.access_point(make.structure("LAUNDRY"), "phone"))
    make.access_point(
        make.structure("neighbour"), "place", location=laundry.access_points.get(channel="place").location
    )
    assert {(other.label, *map(str, other.why)) for other in alike(laundry)} == {
        ("LAUNDRY", "το ίδιο όνομα", "το ίδιο τηλέφωνο"),
        ("neighbour", "την ίδια θέση"),
    }
    sent = form_of(admin_client, address("copy", laundry.pk)) | {"label": "Laundry"}
    sent |= {
        "access_points-0-citywide": "on",
        "access_points-0-url": "https://example.org",
        "access_points-1-citywide": "on",
    }
    sent |= {"access_points-1-location": str(make.location("there").pk)}
    answer = admin_client.post(address("add"), sent)
    assert answer.status_code == 302
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert sum("το ίδιο όνομα" in sentence for sentence in said) == 2
