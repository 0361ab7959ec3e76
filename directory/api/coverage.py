"""The coverage matrix as a table."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from core.cache import cacheable, collect
from core.exports import csv_answer, csv_lines
from directory.exports import COVERAGE_COLUMNS, coverage_rows
from directory.pages.coverage import FILTERS, matrix_of
from directory.selectors.hours import Asked


@cacheable(parameters={"lang", *FILTERS})
def coverage_csv(request: HttpRequest) -> HttpResponse:
    """Every cell of the matrix under the same filters as its page; `lang` says whose list is counted."""
    asked = Asked(language=language_of(request), at=timezone.now(), zone=timezone.get_default_timezone())
    collect("list:directory", "terms")
    rows = coverage_rows(matrix_of(asked, request.GET, with_languages=True))
    return csv_answer(csv_lines(COVERAGE_COLUMNS, rows), name="coverage")


def language_of(request: HttpRequest) -> str:
    """The language a machine asks for by `lang`; without a known one, that of the site."""
    asked = request.GET.get("lang", "")
    return asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
