"""Keys (slugs) of what a table makes: free in the database, and among themselves."""

from typing import Any

from core.text import slug

LONGEST_KEY = 70


class Keys:
    """One query a model, none afterwards."""

    def __init__(self) -> None:
        self._taken: dict[type[Any], set[str]] = {}

    def free(self, model: type[Any], name: str) -> str:
        """A key made from a name."""
        if model not in self._taken:
            self._taken[model] = set(model.objects.values_list("slug", flat=True))
        key = free_key(slug(name, length=LONGEST_KEY) or str(model._meta.model_name), self._taken[model])
        self._taken[model].add(key)
        return key


def free_key(stem: str, taken: set[str]) -> str:
    """The stem, or the stem with the first number that nobody has."""
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
