"""Database models of consultations. Page types come last: they import selectors."""

from consultations.models.consultation import Consultation
from consultations.pages import ConsultationIndexPage, ConsultationPage

__all__ = ["Consultation", "ConsultationIndexPage", "ConsultationPage"]
