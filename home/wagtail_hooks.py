"""Registrations of home."""

from wagtail.snippets.models import register_snippet

from home import contributions  # noqa: F401 -- registers its hooks
from home.admin import AlertViewSet, FundingGroup

register_snippet(AlertViewSet)
register_snippet(FundingGroup)
