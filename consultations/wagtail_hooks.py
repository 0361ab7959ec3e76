"""Registrations of the consultations app."""

from wagtail.snippets.models import register_snippet

from consultations import contributions  # noqa: F401 -- registers its hooks
from consultations.admin import ConsultationViewSet

register_snippet(ConsultationViewSet)
