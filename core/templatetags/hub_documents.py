"""Documents in templates: what machines can read of one, and where to ask for another form of it."""

from typing import Any
from urllib.parse import quote

from django import template
from django.utils.translation import gettext as _

from core.documents.selectors import text_report
from core.media import HubDocument

register = template.Library()


@register.inclusion_tag("core/admin/document_text.html")
def document_text(document: HubDocument) -> dict[str, Any]:
    """What machines can read of a document, for editors."""
    return {"report": text_report(document), "language": document.language}


@register.simple_tag
def accessible_form_url(title: str, email: str) -> str:
    """Where a reader asks for a form of a document that everybody can read; empty without an address."""
    subject = _("Accessible form of “%(title)s”") % {"title": title}
    return f"mailto:{email}?subject={quote(subject)}" if email else ""
