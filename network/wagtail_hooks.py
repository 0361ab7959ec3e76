"""Registrations of the network."""

from wagtail.snippets.models import register_snippet

from network import contributions  # noqa: F401 -- registers its hooks
from network.admin import PracticeViewSet

register_snippet(PracticeViewSet)
