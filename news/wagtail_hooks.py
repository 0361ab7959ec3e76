"""Registrations of the news."""

from wagtail.snippets.models import register_snippet

from news import contributions  # noqa: F401 -- registers its hooks
from news.admin import NewsGroup

register_snippet(NewsGroup)
