"""Registrations of the core."""

from wagtail.snippets.models import register_snippet

from core import contributions  # noqa: F401 -- registers its hooks
from core.admin import TaxonomyGroup

register_snippet(TaxonomyGroup)
