"""What an editor opens, with the demo's content: each kind of page is edited and previewed, its children make sense."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from core.pages import HubPage
from home.roles import EDITOR
from news.pages import NewsIndexPage
from tests.browser.demo import add_examples, page_types

TYPES = page_types()
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


@pytest.mark.parametrize("model", CREATABLE, ids=lambda model: model._meta.label)
def test_page_of_each_type_opens_in_its_form_and_in_every_preview(editor, model):
    page = fullest(model)
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
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


def test_title_of_the_admin_is_the_name_of_the_hub(editor):
    title = editor.get("/admin/").content.decode().split("</title>")[0]
    assert "Wagtail" not in title.split("<title>")[1]
    assert "Κόμβος" in title
