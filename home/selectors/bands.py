"""Publicity bands: what the rules of a programme make a page say."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

from core.hooks import Band
from core.snapshot import snapshot
from core.words import words_of
from home.models.funding import Programme, PublicityProfile
from home.models.projects import Project
from home.selectors.project_facts import projects


def bands_on(page: Page | None, language: str) -> list[Band]:
    """What must stand on a page, each once: who pays its project or its structure, then who pays this website."""
    if hasattr(page, "bands"):  # a project begins with them, whatever the rules ask of other pages
        own = [replace(band, first_view=True) for band in page.bands()]
    else:
        own = list(bands_of(_payers(language).get(_structure(page), ()), language))
    said = {(band.statement, band.programme) for band in own}
    return own + [band for band in site_bands(language) if (band.statement, band.programme) not in said]


def site_bands(language: str) -> list[Band]:
    """Bands of the programmes that pay this website."""
    return [band for _, pays_site, band in _bands(language) if pays_site]


def bands_of(programme_pks: Iterable[int], language: str) -> tuple[Band, ...]:
    """Bands of these programmes, each sentence once."""
    wanted = set(programme_pks)
    return tuple(dict.fromkeys(band for pk, _, band in _bands(language) if pk in wanted))


def _structure(page: Page | None) -> int:
    """The structure whose page this is; 0 when it is none."""
    return getattr(page, "structure_id", None) or 0


def _payers(language: str) -> dict[int, list[int]]:
    """Programmes by the structures that their projects pay; a project that was withdrawn pays nothing."""
    payers: dict[int, list[int]] = {}
    for project in projects(language).values():
        if project.standing != Project.Standing.WITHDRAWN:
            for structure in project.structures:
                payers.setdefault(structure, []).append(project.programme)
    return payers


@snapshot("home.bands", tags={"publicity"})
def _bands(language: str) -> tuple[tuple[int, bool, Band], ...]:
    rows = Programme.objects.filter(publicity__isnull=False).select_related("publicity")
    rows = rows.prefetch_related("words", "publicity__words")
    return tuple((row.pk, row.pays_site, band) for row in rows if (band := _band(row, language)))


def _band(programme: Programme, language: str) -> Band | None:
    statement = words_of(programme.publicity, language)
    if statement is None:
        return None
    words = words_of(programme, language)
    with override(language):
        alt = _("Emblem of the European Union") if programme.publicity.shows_emblem else ""
    name = words.name if words else ""
    funds = words.funds if words and programme.publicity.names_fund else ""
    return Band(
        statement=statement.statement,
        programme=" · ".join(part for part in (name, funds) if part),
        emblem_alt=alt,
        emblem_url=programme.publicity.emblem.url if programme.publicity.emblem else "",
        url=programme.url,
        language=statement.language,
        first_view=programme.publicity.place == PublicityProfile.Place.FIRST_VIEW,
        height=programme.publicity.emblem_height,
    )
