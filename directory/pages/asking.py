"""From a request to the arguments of a reading: language, moment, the hub's clock and phone."""

from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page, Site

from core.formats import phone
from core.hub import hub
from core.moments import moment_of
from directory.selectors.hours import Asked


def asked_for(page: Page, request: HttpRequest) -> Asked:
    """What selectors need to know of this request."""
    return asked_in(page.locale.language_code, request)


def asked_in(language: str, request: HttpRequest) -> Asked:
    """The same for a view without a page."""
    site = Site.find_for_request(request)
    own = hub(site.pk, language) if site else None
    return Asked(
        language=language,
        at=moment_of(request),
        zone=ZoneInfo(own.time_zone) if own else timezone.get_default_timezone(),
        hub_phone=phone(own.phone) if own else "",
    )
