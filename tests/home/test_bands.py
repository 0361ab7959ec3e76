"""A band stands where money works: on projects, on what they pay for, and under the header where rules want it."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from home.emblems import plain_emblem
from home.models.amendments import ProjectAmendment
from home.models.funding import PublicityProfile, PublicityWords
from home.models.parts_of_projects import ProjectStructure
from home.selectors.bands import bands_on
from home.sentences import Amended, amendment
from tests.factories import directory as there
from tests.factories import home as make

pytestmark = pytest.mark.django_db
STATEMENT = "Με τη συγχρηματοδότηση της Ευρωπαϊκής Ένωσης"
SHAPES = '<path d="M0 0h54v36H0z"/>'


def drawing(inside=SHAPES, box="0 0 54 36", name="svg"):
    text = f'<{name} xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</{name}>'
    return SimpleUploadedFile("emblem.svg", text.encode())


@pytest.fixture
def paid(home):
    """A page of a structure that a project of a programme pays for."""
    page = there.structure_page(there.index_page(home), there.structure())
    project = make.project(slug="kombos", programme=make.programme())
    ProjectStructure.objects.create(project=project, structure=page.structure)
    return page


def test_structure_shows_who_pays_it_and_others_do_not(client, paid, home):
    assert STATEMENT in client.get(paid.get_url()).content.decode()
    assert STATEMENT not in client.get("/").content.decode()


def test_withdrawn_project_pays_nothing(paid):
    project = paid.structure.project_links.get().project
    project.standing = "withdrawn"
    project.save()
    assert bands_on(paid, "el") == []


def test_band_stands_under_the_header_only_where_the_rules_want_it(client, paid):
    assert 'class="publicity small"' not in client.get(paid.get_url()).content.decode()
    profile = PublicityProfile.objects.get()
    profile.place = PublicityProfile.Place.FIRST_VIEW
    profile.save()
    page = client.get(paid.get_url()).content.decode()
    assert page.index('class="publicity small"') < page.index("<main")
    assert page.count('class="publicity') == 1


def test_project_has_its_band_on_top_and_no_second_one_under_the_header(client, home):
    page = make.project_page(home, make.project(slug="kombos", programme=make.programme()))
    PublicityProfile.objects.update(place="first_view")
    shown = client.get(page.get_url()).content.decode()
    assert "publicity small" not in shown
    assert shown.index('class="publicity"') < shown.index("<h1")
    assert shown.count('class="publicity') == 1


def test_page_paid_by_one_programme_on_a_site_paid_by_another_shows_each_once(client, paid):
    PublicityProfile.objects.update(place="first_view")
    make.programme(slug="site", pays_site=True).words.update(name="Πρόγραμμα του Κόμβου")
    page = client.get(f"{paid.get_url()}links/").content.decode()
    assert page.count('class="publicity') == 2
    assert page.count('class="publicity small"') == 1


def test_band_costs_no_query_and_less_than_3_kb(client, paid, django_assert_num_queries):
    client.get(paid.get_url())
    with django_assert_num_queries(0):
        bands_on(paid, "el")
    shown = client.get(paid.get_url()).content.decode()
    start = shown.index('<div class="publicity')
    assert len(shown[start : shown.index("</footer>")].split("<nav")[0].encode()) < 3000


def test_emblem_is_as_high_as_the_profile_says(client, paid):
    PublicityProfile.objects.update(emblem_height=32)
    profile = PublicityProfile.objects.get()
    profile.save()
    assert 'width="96" height="64"' in client.get(paid.get_url()).content.decode()


@pytest.mark.parametrize("statement", ["Co-funded by the EU", "Με τη συγχρηματοδότηση της ΕΕ", "Με χρήματα της Ε.Ε."])
def test_shortened_name_of_the_union_is_refused(statement):
    with pytest.raises(ValidationError) as refused:
        PublicityWords(language="el", statement=statement).clean()
    assert refused.value.error_dict["statement"][0].code == "shortened"


def test_plain_drawing_of_the_right_shape_is_taken():
    plain_emblem(drawing())


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (SimpleUploadedFile("emblem.svg", b"\xff\xd8\xff\xe0"), "emblem_not_svg"),
        (drawing(name="html"), "emblem_not_svg"),
        (drawing(box="0 0 a b"), "emblem_not_svg"),
        (drawing(box="0 0 36 36"), "emblem_shape"),
        (drawing("<script>alert(1)</script>"), "emblem_not_plain"),
        (drawing('<path onload="x()"/>'), "emblem_not_plain"),
        (drawing('<use href="https://elsewhere.example/#a"/>'), "emblem_not_plain"),
        (drawing("<!---->" * 20_000), "emblem_heavy"),
        (
            SimpleUploadedFile("a.svg", b'<!DOCTYPE a [<!ENTITY b "c">]><svg viewBox="0 0 3 2">&b;</svg>'),
            "emblem_not_svg",
        ),
    ],
    ids=["JPEG", "HTML", "no size", "square", "script", "handler", "elsewhere", "heavy", "entity"],
)
def test_drawing_that_is_no_plain_emblem_is_refused(file, code):
    with pytest.raises(ValidationError) as refused:
        plain_emblem(file)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            Amended(date(2027, 5, 3), "budget", Decimal(180_000), Decimal(200_000), decision="ΩΑΒΓ"),
            "Changed on 3 May 2027: budget from €180,000 to €200,000. Decision: ΩΑΒΓ.",
        ),
        (Amended(date(2027, 5, 3), "ends", "2027", "2028-06"), "Changed on 3 May 2027: end from 2027 to June 2028."),
        (Amended(date(2027, 5, 3), "other", "", "", text="A new partner."), "Changed on 3 May 2027: A new partner."),
    ],
    ids=["budget", "end", "other"],
)
def test_change_by_decision_is_one_sentence(change, said):
    assert amendment(change, "en") == said


def test_project_lists_its_changes_newest_first(client, home):
    project = make.project(slug="kombos")
    for month in (1, 3):
        ProjectAmendment.objects.create(
            project=project, kind="budget", changed_on=date(2027, month, 1), amount_before=month, amount_after=5
        )
    page = make.project_page(home, project)
    shown = client.get(page.get_url()).context["show"].amendments
    assert ["Μαρτίου" in sentence for sentence in shown] == [True, False]


@pytest.mark.parametrize(
    ("kind", "missing"), [("budget", {"amount_before", "amount_after"}), ("ends", {"day_before", "day_after"})]
)
def test_change_without_old_and_new_value_is_refused_by_form_and_database(kind, missing):
    change = ProjectAmendment(project=make.project(slug="kombos"), kind=kind, changed_on=date(2027, 5, 3))
    with pytest.raises(ValidationError) as refused:
        change.full_clean()
    assert missing <= set(refused.value.message_dict)
    with pytest.raises(IntegrityError), transaction.atomic():
        change.save()
