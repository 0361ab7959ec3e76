"""Bodies of the network by family, with the structures that each runs."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from core.cache import collect
from core.collation import order_key
from core.readable import readable
from directory.models.choices import Family
from directory.models.structure import Structure
from directory.selectors.organisations import OrganisationView, organisations

FAMILIES = {
    Family.MUNICIPAL: _("Municipal bodies"),
    Family.COFUNDED: _("Co-funded structures"),
    Family.CIVIL: _("Civil society"),
    Family.OTHER: _("Other bodies and ad hoc actions"),
}
# So many of what a body runs stand in the open; a municipality runs thirty.
SHOWN = 6
# A network of 500 structures is read without its texts.
COLUMNS = ("title", "url_path", "locale", "structure__organisation")


@dataclass(frozen=True, slots=True)
class BodyCard:
    """Parameters of the `card` component; `meta` and `more` are links to what the body runs and to its own site."""

    title: str
    language: str
    text: str
    meta: tuple[dict[str, str], ...]
    more: tuple[dict[str, str], ...]  # what a body runs beyond the first few


@dataclass(frozen=True, slots=True)
class FamilyOfBodies:
    """Bodies of one family, in the order of their names."""

    code: str
    name: Any
    cards: tuple[BodyCard, ...]


def bodies_by_family(language: str) -> tuple[FamilyOfBodies, ...]:
    """The four families without empty ones (one query, organisations are kept per process)."""
    collect("list:directory", "organisations")
    runs = _structures(language)
    bodies = sorted(organisations(language).values(), key=lambda body: order_key(body.name, language))
    families = (
        FamilyOfBodies(code, name, tuple(_card(body, runs) for body in bodies if body.family == code))
        for code, name in FAMILIES.items()
    )
    return tuple(family for family in families if family.cards)


def _structures(language: str) -> dict[int, list[dict[str, str]]]:
    """Links to structures by the body that runs them."""
    pages = readable(Structure._meta.get_field("pages").related_model.objects.all(), language)
    runs: dict[int, list[dict[str, str]]] = {}
    rows = pages.select_related("locale", "structure").only(*COLUMNS)
    for page in sorted(rows, key=lambda page: order_key(page.title, language)):
        link = {"text": page.title, "url": page.get_url() or "", "language": page.locale.language_code}
        runs.setdefault(page.structure.organisation_id, []).append(link)
    return runs


def _card(body: OrganisationView, runs: dict[int, list[dict[str, str]]]) -> BodyCard:
    links = runs.get(body.pk, [])
    shown = len(links) if len(links) <= SHOWN + 1 else SHOWN
    meta = links[:shown]
    if body.website:
        host = urlsplit(body.website).netloc.removeprefix("www.")
        meta.append({"icon": "online", "text": host, "url": body.website})
    return BodyCard(
        title=body.name, language=body.language, text=body.legal_form, meta=tuple(meta), more=tuple(links[shown:])
    )
