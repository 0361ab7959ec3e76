"""Logs for machines: one JSON object a line, with the request's number and without personal data."""

import json
import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime

from django.http import HttpRequest
from django.http.response import HttpResponseBase

REQUEST_ID: ContextVar[str] = ContextVar("request_id", default="")
FOREIGN_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")

# What could tell who somebody is. Networks stay readable as a whole: /24 and /48.
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
IPV4 = re.compile(r"\b(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}\b")
IPV6 = re.compile(r"\b((?:[0-9a-f]{1,4}:){3})[0-9a-f:]{4,}\b", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w.])(?!\d{4}-\d\d-\d\d)\+?\d(?:[ -]?\d){9,13}(?![\w.])")
QUERY = re.compile(r"\?[^\s\"']+")


def without_personal_data(text: str) -> str:
    """Return `text` without mail addresses, phone numbers, query strings and the last part of IP addresses."""
    text = MAIL.sub("[mail]", text)
    text = QUERY.sub("?[query]", text)
    text = IPV4.sub(r"\1.0", text)
    text = IPV6.sub(r"\1:", text)
    return PHONE.sub("[number]", text)


class JsonFormatter(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON: time (UTC), level, where, what, request, and the fault if there is one."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_personal_data(record.getMessage()),
        }
        if request_id := REQUEST_ID.get():
            line["request"] = request_id
        if record.exc_info:
            line["fault"] = without_personal_data(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class RequestIdMiddleware:
    """Gives each request a number, the proxy's own when it sent a plain one, for all lines it writes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the number set for the time of the request. It never becomes part of the answer."""
        foreign = request.headers.get("X-Request-ID", "")
        token = REQUEST_ID.set(foreign if FOREIGN_ID.fullmatch(foreign) else secrets.token_hex(8))
        try:
            return self._get_response(request)
        finally:
            REQUEST_ID.reset(token)
