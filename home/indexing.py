"""What of home is searched: pages of text, projects and the strategy, each in its own language."""

from collections.abc import Iterable
from typing import Any

from core.blocks import body_words
from home.pages.legal import LegalPage
from home.pages.projects import ProjectPage
from home.pages.standard import StandardPage
from home.pages.strategy import StrategyPage
from home.selectors.project_facts import projects
from home.selectors.strategy_facts import strategies
from search.documents import SearchDocument, SearchSource


def standard_pages() -> SearchSource:
    """Pages of text."""
    return SearchSource(
        label="home.StandardPage",
        queryset=lambda: StandardPage.objects.live().select_related("locale"),
        to_document=_standard_page,
    )


def legal_pages() -> SearchSource:
    """Pages that the law demands."""
    return SearchSource(
        label="home.LegalPage",
        queryset=lambda: LegalPage.objects.live().select_related("locale"),
        to_document=_legal_page,
    )


def project_pages() -> SearchSource:
    """Pages of projects, with their codes, parts and bodies."""
    return SearchSource(
        label="home.ProjectPage",
        queryset=lambda: ProjectPage.objects.live().select_related("locale"),
        to_document=_project_page,
        depends_on={"home.Project": "project"},
    )


def strategy_pages() -> SearchSource:
    """The page of the strategy, with what its pillars and actions are called."""
    return SearchSource(
        label="home.StrategyPage",
        queryset=lambda: StrategyPage.objects.live().select_related("locale"),
        to_document=_strategy_page,
        depends_on={"home.Strategy": "strategy"},
    )


def _standard_page(page: StandardPage, language: str) -> SearchDocument | None:
    return _document(page, language, "page", [page.for_whom, body_words(page.body)])


def _legal_page(page: LegalPage, language: str) -> SearchDocument | None:
    return _document(page, language, "page", [body_words(page.body)])


def _project_page(page: ProjectPage, language: str) -> SearchDocument | None:
    facts = projects(language).get(page.project_id)
    if facts is None:
        return None
    parts = [sub.title for sub in facts.sub_projects] + [package.title for package in facts.packages]
    bodies = [body.name for body in facts.bodies]
    said = [page.changes, body_words(page.body), facts.programme_name, *parts, *bodies]
    names = (facts.official_title, facts.mis, *(value for _scheme, value in facts.codes))
    return _document(page, language, "project", said, names=tuple(name for name in names if name))


def _strategy_page(page: StrategyPage, language: str) -> SearchDocument | None:
    facts = strategies(language).get(page.strategy_id)
    if facts is None:
        return None
    said = [pillar.title for pillar in facts.pillars] + [action.title for action in facts.actions]
    names = (facts.vision,) if facts.vision else ()
    return _document(page, language, "page", [body_words(page.body), *said], names=names)


def _document(
    page: Any, language: str, kind: str, said: Iterable[str], *, names: tuple[str, ...] = ()
) -> SearchDocument | None:
    """A page in its own language; nothing for another one."""
    if page.locale.language_code != language:
        return None
    return SearchDocument(
        group=f"{page._meta.label_lower}:{page.translation_key}",
        type=kind,
        language=language,
        title=page.title,
        url=page.get_url() or "",
        names=names,
        summary=page.summary,
        body=" ".join(words for words in said if words),
    )
