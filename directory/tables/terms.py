"""The terms that tables name, by key and by code: read once for a whole file."""

from collections.abc import Mapping
from typing import Any

from core import taxonomy
from core.exports import LIST_MARK

KINDS = (
    taxonomy.Need,
    taxonomy.TargetGroup,
    taxonomy.Community,
    taxonomy.SpokenLanguage,
    taxonomy.DocumentType,
)


class Terms:
    """Five queries; none afterwards."""

    def __init__(self) -> None:
        self._rows: Mapping[Any, tuple[Any, ...]] = {model: tuple(model.objects.all()) for model in KINDS}
        self._by_key = {model: {term.pk: term for term in rows} for model, rows in self._rows.items()}
        self._by_code = {model: {term.slug: term for term in rows} for model, rows in self._rows.items()}

    def of(self, model: Any, key: int) -> Any:
        return self._by_key[model][key]

    def named(self, model: Any, cell: str) -> list[Any]:
        """The terms of a cell whose codes are known to exist."""
        return [self._by_code[model][code] for code in cell.split(LIST_MARK) if code]
