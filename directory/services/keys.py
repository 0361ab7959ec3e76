"""Keys (slugs) made from names: free in the database, and among themselves."""

from typing import Any

from core.text import free_key, slug

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
