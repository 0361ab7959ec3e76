"""A list of news in two languages."""

import pytest

from news.pages import NewsIndexPage
from tests.factories.news import make_news_index


@pytest.fixture
def index(homes) -> dict[str, NewsIndexPage]:
    return make_news_index(homes)
