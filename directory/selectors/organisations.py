"""Organisations with names, lines and what is above them: read once per process."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from core.formats import phone
from core.snapshot import snapshot
from core.words import words_of
from directory.models.choices import CALLABLE, Family
from directory.models.organisation import Organisation


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """A body as readers see it; `number` is its own line or that of the nearest body above."""

    pk: int
    slug: str
    name: str
    language: str
    short_name: str
    legal_form: str
    family: str
    family_label: Any  # lazy: said in the language of the page that shows it
    website: str
    parent: int | None
    number: str
    number_label: str
    number_of: str
    above: frozenset[int]


@snapshot("directory.organisations", tags={"organisations"})
def organisations(language: str) -> dict[int, OrganisationView]:
    """All organisations by primary key (three queries the first time, then none)."""
    rows = {row.pk: row for row in Organisation.objects.prefetch_related("words", "lines")}
    return {pk: _view(row, rows, language) for pk, row in rows.items()}


def bodies_above() -> dict[int, frozenset[int]]:
    """Keys of the bodies above each, as the database has them in this transaction (one query)."""
    parents = dict(Organisation.objects.values_list("pk", "parent"))
    return {pk: frozenset(_above(pk, parents)) for pk in parents}


def bodies_below(pk: int) -> set[int]:
    """Keys of a body and of all below it (one query)."""
    return {pk, *(body for body, above in bodies_above().items() if pk in above)}


def _above(pk: int, parents: Mapping[int, int | None]) -> Iterator[int]:
    for _level in parents:
        parent = parents.get(pk)
        if parent is None:
            return
        yield parent
        pk = parent


def _view(row: Organisation, rows: dict[int, Organisation], language: str) -> OrganisationView:
    words = words_of(row, language)
    chain = _chain(row, rows)
    number, owner = next(((_number(body), body) for body in chain if _number(body)), ("", None))
    owner_words = words_of(owner, language) if owner else None
    return OrganisationView(
        pk=row.pk,
        slug=row.slug,
        name=words.name if words else row.slug,
        language=words.language if words else language,
        short_name=words.short_name if words else "",
        legal_form=words.legal_form if words else "",
        family=row.family,
        family_label=Family(row.family).label,
        website=row.website,
        parent=row.parent_id,
        number=number,
        number_label=phone(number),
        number_of=owner_words.name if owner_words else "",
        above=frozenset(body.pk for body in chain[1:]),
    )


def _chain(row: Organisation, rows: dict[int, Organisation]) -> list[Organisation]:
    """The body itself and those above it, nearest first."""
    chain = [row]
    while chain[-1].parent_id and len(chain) < len(rows) + 1:
        chain.append(rows[chain[-1].parent_id])
    return chain


def _number(row: Organisation) -> str:
    return next((line.number for line in row.lines.all() if line.kind in CALLABLE), "")
