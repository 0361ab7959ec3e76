"""What the desks of the staff share."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest


def said_or_refused(request: HttpRequest, act: Callable[[], Any], done: str, form: BaseForm | None = None) -> bool:
    """Do it and say so, or say why it may not be: in the form when there is one. Gives whether it was done."""
    try:
        act()
    except ValidationError as refusal:
        reason = " ".join(refusal.messages)
        if form is not None:
            form.add_error(None, reason)
        else:
            messages.error(request, reason)
        return False
    messages.success(request, done)
    return True
