"""Downloads of statistics."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from core.cache import cacheable, collect
from core.exports import csv_answer, csv_lines
from core.languages import current
from core.readable import readable
from studies.models import IndicatorPage
from studies.selectors.statistics import CSV_COLUMNS, csv_rows, with_figures


@cacheable()
def indicator_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """All values of an indicator that has a public page, with names in the language of the address."""
    language = current()
    pages = readable(IndicatorPage.objects.public(), language).filter(indicator__slug=slug)
    page = get_object_or_404(with_figures(pages))
    collect(*page.cache_tags())
    lines = csv_lines(CSV_COLUMNS, csv_rows(page.indicator, language), bom=True)
    return csv_answer(lines, name=f"{slug}-{language}")
