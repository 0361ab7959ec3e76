"""Answers that belong to one reader alone."""

from typing import TypeVar

from django.http.response import HttpResponseBase

R = TypeVar("R", bound=HttpResponseBase)


def private(response: R) -> R:
    """What stands here, or its address, is a secret: no browser keeps it, and no other site hears of it.

    Not for a form with a token of Django's: browsers then say of it that it comes from nowhere, and it is refused.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
