"""Pages that the law demands: one of each kind, in every footer, with a part that the software writes."""

import pytest
from django.core.exceptions import ValidationError

from core.privacy import promises
from home.pages import LegalPage
from tests.factories import home as make

pytestmark = pytest.mark.django_db
KINDS = ("privacy", "accessibility", "terms", "cookies", "security")


def generated(client, kind):
    return client.get(f"/{kind}/").context["generated"]


@pytest.mark.parametrize("kind", KINDS)
def test_page_of_each_kind_has_a_part_that_writes_itself(client, home, kind):
    make.legal_page(home, kind)
    assert generated(client, kind).heading in client.get(f"/{kind}/").content.decode()


def test_privacy_page_says_every_rule_that_is_carried_out(client, home):
    make.legal_page(home, "privacy")
    rows = generated(client, "privacy").table.rows
    assert len(rows) == len(promises()) > 0
    page = client.get("/privacy/").content.decode()
    assert all(cell in page for row in rows for cell in row if "'" not in cell)


def test_accessibility_page_names_every_kind_of_page_that_is_tested(client, home):
    make.legal_page(home, "accessibility")
    assert {"Αρχική σελίδα", "Σελίδα έργου"} <= set(generated(client, "accessibility").items)


def test_second_page_of_a_kind_is_refused_and_the_first_is_named(home):
    make.legal_page(home, "terms")
    with pytest.raises(ValidationError) as refused:
        LegalPage(title="Again", slug="again", kind="terms", locale=home.locale, path="1", depth=2).clean()
    assert "Terms" in refused.value.message_dict["kind"][0]


def test_page_of_a_kind_may_exist_in_each_language(homes):
    make.legal_page(homes["el"], "terms")
    LegalPage(title="Terms", slug="terms", kind="terms", locale=homes["en"].locale, path="1", depth=2).clean()


def test_footer_names_live_pages_in_the_order_of_their_kinds(client, home):
    for kind in ("security", "privacy"):
        make.legal_page(home, kind)
    make.legal_page(home, "cookies", live=False)
    assert [link.title for link in client.get("/").wsgi_request.hub_frame.legal] == ["Privacy", "Security"]


def test_what_is_missing_is_never_shown_to_readers(client, home):
    make.legal_page(home, "privacy", missing="Υπεύθυνος επεξεργασίας")
    assert "Υπεύθυνος επεξεργασίας" not in client.get("/privacy/").content.decode()


def test_legal_page_stays_within_its_queries(client, home, django_assert_max_num_queries):
    make.legal_page(home, "privacy")
    client.get("/privacy/")
    with django_assert_max_num_queries(12):
        client.get("/privacy/")
