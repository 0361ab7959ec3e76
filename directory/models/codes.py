"""Short codes: what stands on paper, in short addresses and in spreadsheets for one fact."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.access import codes

LENGTH = 5


def read_code(typed: str) -> str:
    """A code as people type it ("ab l0o") as it is stored ("AB100"); empty when it can be none."""
    return codes.read_code(typed, length=LENGTH)


def is_code(typed: str) -> bool:
    """Whether something stands exactly as a code is stored."""
    return bool(typed) and read_code(typed) == typed


def free_codes(model: type[models.Model], count: int) -> list[str]:
    """So many different codes that no row of the model has (one query, seldom two)."""
    free: dict[str, None] = {}
    while len(free) < count:
        drawn = {codes.new_code(LENGTH) for _each in range(count - len(free))}
        taken = set(model._default_manager.filter(code__in=drawn).values_list("code", flat=True))
        free.update(dict.fromkeys(drawn - taken))
    return list(free)


class CodeField(models.CharField):
    """Five characters that never change; a new row without one gets a free one when it is written.

    For many rows at once draw them together with `free_codes`: rows of one batch do not see each other.
    """

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs |= {"max_length": LENGTH, "unique": True, "editable": False}
        super().__init__(*args, **({"verbose_name": _("code")} | kwargs))

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: FBT001 -- Django's signature
        code = super().pre_save(model_instance, add)
        if not code:
            (code,) = free_codes(type(model_instance), 1)
            setattr(model_instance, self.attname, code)
        return code
