"""All structures with name and number, for “my list”: the device picks its own, we never learn which."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from core.cache import cacheable, collect
from directory.api.coverage import language_of
from directory.selectors.kept import everything


@cacheable(parameters={"lang"})
def kept_json(request: HttpRequest) -> HttpResponse:
    """`code → [name, number, number as it is read]`; what is sensitive stands on no list."""
    collect("list:directory")
    rows = {kept.code: [kept.name, kept.number, kept.label] for kept in everything(language_of(request))}
    return JsonResponse(rows, json_dumps_params={"ensure_ascii": False, "separators": (",", ":")})
