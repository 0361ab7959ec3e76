"""Publicity bands: what the rules of a programme make a page say."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override

from core.hooks import Band
from core.snapshot import snapshot
from core.words import words_of
from home.models.funding import Programme


def site_bands(language: str) -> list[Band]:
    """Bands of the programmes that pay this website."""
    return [band for _, pays_site, band in _bands(language) if pays_site]


def bands_of(programme_pks: Iterable[int], language: str) -> tuple[Band, ...]:
    """Bands of these programmes, each sentence once."""
    wanted = set(programme_pks)
    return tuple(dict.fromkeys(band for pk, _, band in _bands(language) if pk in wanted))


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
        url=programme.url,
    )
