"""Downloads of statistics."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from core.cache import cacheable, collect
from core.readable import readable
from studies.exports import as_csv
from studies.models import IndicatorPage
from studies.selectors.statistics import csv_rows, with_figures


@cacheable()
def indicator_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """All values of an indicator that has a public page, with names in the language of the address."""
    language = get_language() or "el"
    pages = readable(IndicatorPage.objects.public(), language).filter(indicator__slug=slug)
    page = get_object_or_404(with_figures(pages))
    collect(*page.cache_tags())
    response = HttpResponse(as_csv(csv_rows(page.indicator, language)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug}-{language}.csv"'
    return response
