"""What is in force now, for tabs that stand open: small, cached, answered with 304 as long as nothing changes."""

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.cache import cacheable
from core.hub import hub
from core.routing import site_of
from directory.selectors.emergencies import feed


@require_safe
@cacheable()
def alerts(request: HttpRequest) -> JsonResponse:
    """`{"phone", "emergencies": [{id, kind, from, until, words: {language: …}}]}`; never a drill."""
    site = site_of(request)
    number = hub(site.pk, settings.LANGUAGE_CODE).phone if site else ""
    told = {"phone": number, "emergencies": feed(timezone.now())}
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response
