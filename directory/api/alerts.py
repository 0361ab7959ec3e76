"""What is in force now, for tabs that stand open: small, cached, answered with 304 as long as nothing changes."""

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.cache import cacheable
from directory.selectors.emergencies import feed


@require_safe
@cacheable()
def alerts(request: HttpRequest) -> JsonResponse:
    """`{"emergencies": [{id, kind, from, until, words: {language: …}}]}`; never a drill."""
    response = JsonResponse({"emergencies": feed(timezone.now())}, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response
