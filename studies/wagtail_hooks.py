"""Registrations of the studies app."""

from wagtail.snippets.models import register_snippet

from studies import contributions  # noqa: F401 -- registers its hooks
from studies.admin import KnowledgeGroup

register_snippet(KnowledgeGroup)
