"""What an editor can make private: only what stands nowhere else."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from tests.factories import directory, home, news


def text(homes):
    return home.standard_page(homes["el"])


def whole_hub(homes):
    return homes["el"]


def structure(homes):
    return directory.structure_page(directory.index_page(homes["el"]), directory.structure())


def list_of_structures(homes):
    return directory.index_page(homes["el"])


def list_of_news(homes):
    return news.make_news_index(homes)["el"]


@pytest.mark.parametrize(
    ("made", "may"),
    [(whole_hub, True), (text, True), (structure, False), (list_of_structures, False), (list_of_news, False)],
)
def test_page_that_lists_and_open_data_show_is_unpublished_and_not_made_private(admin_client, homes, made, may):
    page = made(homes)
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    assert admin_client.post(url, {"restriction_type": "login"}).status_code == 200
    assert PageViewRestriction.objects.filter(page=page).exists() is may
