"""The demo's pages about the ways in: the coverage of the communities."""

from django.utils import timezone

from core.demo import save_page
from directory.demo.words import COVERAGE_WORDS
from directory.pages.coverage import CoveragePage
from directory.pages.index import DirectoryIndexPage
from directory.services.coverage import record_coverage


def load_coverage() -> int:
    """The page of the coverage in both languages, and the first record to compare with."""
    index = DirectoryIndexPage.objects.get(locale__language_code="el")
    pages = save_page(CoveragePage, index, slug={"el": "kalypsi", "en": "coverage"}, words=COVERAGE_WORDS)
    record_coverage(at=timezone.localtime(), zone=timezone.get_default_timezone())
    return len(pages)
