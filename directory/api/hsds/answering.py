"""How the API answers: JSON, open to every origin, with sentences for what is wrong in Greek and in English."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt

from directory.api.hsds.asking import Refused

NDJSON = "application/x-ndjson; charset=utf-8"
View = Callable[..., HttpResponseBase]


class Missing(Exception):
    """404, or 410 when it was there and has ended."""

    def __init__(self, value: str, status: int = 404):
        super().__init__(value)
        self.value, self.status = value, status


SENTENCES = {
    404: _("There is nothing at this address. Look for it in the lists of the API."),
    405: _("This address can only be read."),
    410: _("This service has ended."),
}


def answers(*methods: str) -> Callable[[View], View]:
    """Decorate a view of the API: methods, refusals, and the headers that let every site read it."""

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response = _answer(request, methods, lambda: view(request, *args, **kwargs))
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            return response

        return answering

    return decorate


def encoded(content: Any) -> str:
    """JSON as short as it gets."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def found(content: Any, language: str) -> HttpResponse:
    """An answer in a language; text is JSON already."""
    text = content if isinstance(content, str) else encoded(content)
    return HttpResponse(text, content_type="application/json", headers={"Content-Language": language})


def stream(objects: Iterable[dict[str, Any]], language: str) -> StreamingHttpResponse:
    """One object a line, sent while they are read."""
    return StreamingHttpResponse(_lines(objects), content_type=NDJSON, headers={"Content-Language": language})


def _lines(objects: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    for each in objects:
        yield encoded(each).encode() + b"\n"


def _answer(request: HttpRequest, methods: tuple[str, ...], view: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    if request.method == "OPTIONS":
        allowed = {"Access-Control-Allow-Methods": ", ".join(methods), "Access-Control-Allow-Headers": "Content-Type"}
        return HttpResponse(status=204, headers=allowed)
    if request.method not in methods:
        return _problem(405, "method", request.method or "", headers={"Allow": ", ".join(methods)})
    try:
        return view()
    except Refused as refusal:
        return _problem(400, refusal.parameter, refusal.value, refusal.sentence)
    except Missing as missing:
        return _problem(missing.status, "id", missing.value)


def _problem(
    status: int, parameter: str, value: str, sentence: Any = None, *, headers: dict[str, str] | None = None
) -> JsonResponse:
    said = {}
    for language in settings.HUB_NEEDED_LANGUAGES:
        with override(language):
            said[language] = str(sentence or SENTENCES[status])
    error = {"parameter": parameter, "value": value, **said}
    return JsonResponse({"error": error}, status=status, headers=headers, json_dumps_params={"ensure_ascii": False})
