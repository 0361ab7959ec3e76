"""What an editor opens, with the demo's content: each kind of page is edited and previewed, its children make sense."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.snippets.models import get_snippet_models

from core.pages import HubPage
from core.words import named_by
from directory.models import FinderQuestion, Structure
from home.roles import EDITOR
from news.pages import NewsIndexPage
from studies.models import Study
from tests.browser.demo import add_examples, page_types

TYPES = page_types()
# A field of this name stands where scripts look for the form's own: saving by itself then says “connection lost”.
HIDDEN_FROM_SCRIPT = re.compile(r'name="(action|elements|method|submit|target)"')
CREATABLE = [model for model in TYPES if model.is_creatable]


@pytest.fixture(scope="module")
def demo(demo_content, django_db_blocker):
    """An editor of the demo, with an example of each kind of page."""
    with django_db_blocker.unblock(), transaction.atomic():
        add_examples()
        user = get_user_model().objects.create_user("maria")
        user.groups.add(Group.objects.get(name=EDITOR.name))
        yield user
        transaction.set_rollback(True)


@pytest.fixture
def editor(demo, db) -> Client:
    client = Client()
    client.force_login(demo)
    return client


def fullest(model):
    """The page of a type with the most in it, or None."""
    pages = model.objects.exact_type(model).filter(locale__language_code="el")
    return max(pages, key=lambda page: len(str(page.serializable_data())), default=None)


def named(model) -> bool:
    """Whether its list holds enough names that a query for each would be seen."""
    return (bool(named_by(model)) and model.objects.count() > 10) or model is Structure


@pytest.mark.parametrize("model", CREATABLE, ids=lambda model: model._meta.label)
def test_page_of_each_type_opens_in_its_form_and_in_every_preview(editor, model):
    page = fullest(model)
    form = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert form.status_code == 200
    assert not HIDDEN_FROM_SCRIPT.search(form.content.decode())
    for mode, _name in page.preview_modes:
        response = page.make_preview_request(preview_mode=mode)
        assert response.status_code == 200
        assert escape(page.title) in response.content.decode()


def test_editor_is_offered_few_children_each_with_a_sentence_and_a_form(editor, demo):
    for model in TYPES:
        page = fullest(model)
        for child in model.creatable_subpage_models():
            assert child.page_description, child
            assert HubPage in child.__mro__, child
            if not child.can_create_at(page):
                continue
            where = (child._meta.app_label, child._meta.model_name, page.pk)
            assert editor.get(reverse("wagtailadmin_pages:add", args=where)).status_code == 200, child
    news = fullest(NewsIndexPage)
    assert {child._meta.model_name for child in news.creatable_subpage_models()} == {
        "newspage",
        "callpage",
        "eventpage",
    }


def test_list_and_form_of_each_fact_ask_the_database_no_more_for_many_names(demo, admin_client):
    """Facts are named by their words: a structure's form offers 40 terms, its list shows 50 bodies."""
    lists = {reverse(model.snippet_viewset.get_url_name("list")): 25 for model in get_snippet_models() if named(model)}
    forms = {AdminURLFinder().get_edit_url(model.objects.last()): 70 for model in (Structure, FinderQuestion, Study)}
    assert len(lists) > 10
    asked = {}
    for address in lists | forms:
        with CaptureQueriesContext(connection) as queries:
            assert admin_client.get(address).status_code == 200
        asked[address] = len(queries)
    assert [address for address, most in (lists | forms).items() if asked[address] > most] == []


def test_title_of_the_admin_is_the_name_of_the_hub(editor):
    title = editor.get("/admin/").content.decode().split("</title>")[0]
    assert "Wagtail" not in title.split("<title>")[1]
    assert "Κόμβος" in title
