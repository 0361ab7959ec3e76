"""Sources that only tests have: notes and what they depend on, over real models of the core."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from wagtail import hooks

from core.taxonomy import Need
from core.words import words_of
from search.answering import Answerer
from search.documents import Extras, SearchDocument, SearchSource
from search.engines.embedded import EmbeddedEngine
from search.evaluation import documents, load
from search.index import elastic, engine
from search.plan import Plan
from search.understanding import Situation, understand
from tests.search.servers import hub_with_elastic, hub_with_postgresql, postgres, server


def need_document(need: Need, language: str) -> SearchDocument | None:
    """A need in one language, as an app's `indexing.py` would write it."""
    words = words_of(need, language)
    if words is None or words.language != language:
        return None
    return SearchDocument(
        group=f"core.need:{need.uuid}",
        type="page",
        language=language,
        title=words.name,
        url=f"/{language}/needs/{need.slug}/",
        summary=words.note,
        needs=(need.slug,),
        date=date(2027, 1, 1),
    )


@pytest.fixture
def needs_are_searched() -> Iterator[SearchSource]:
    """Needs of the taxonomy can be found, as pages of an app would be."""
    source = SearchSource(
        label="core.Need",
        queryset=lambda: Need.objects.prefetch_related("words"),
        to_document=need_document,
        depends_on={"core.NeedWords": "words"},
    )
    with hooks.register_temporarily("hub_search_sources", lambda: source):
        yield source


__all__ = ["hub_with_elastic", "hub_with_postgresql", "postgres", "server"]
CONTRACT = Path(__file__).parents[1] / "contract" / "search"
TODAY = date(2027, 3, 20)
THING = SearchDocument(
    group="tests.thing:1",
    type="structure",
    language="el",
    title="Κοινωνικό Συσσίτιο",
    url="/syssitio/",
    summary="Ζεστό φαγητό κάθε μεσημέρι.",
)


@pytest.fixture
def stock(homes) -> Iterator[Callable[..., None]]:
    """Put these documents into the index, as if apps had given them; `open_now` names groups that are open."""
    with ExitStack() as stack:

        def put(*documents: SearchDocument, open_now: tuple[str, ...] = ()) -> None:
            source = SearchSource(
                label="tests.thing",
                queryset=Need.objects.none,
                to_document=lambda obj, language: None,
                channels=(("place", "Σε χώρο"), ("phone", "Τηλέφωνο")),
                decorate=lambda groups, language, now: {
                    group: Extras(state="Ανοιχτά τώρα.", is_open=True) for group in groups if group in open_now
                },
            )
            stack.enter_context(hooks.register_temporarily("hub_search_sources", lambda: source))
            beside = engine().begin()
            beside.write(documents)
            beside.close()
            engine().switch(beside)
            first = elastic()
            if first is not None:
                built = first.begin()
                first.write(documents, version=1, into=built)
                first.switch(built)

        yield put


@pytest.fixture(scope="session")
def answerer(tmp_path_factory) -> Answerer:
    """An answerer over the records of the evaluation."""
    corpus = EmbeddedEngine(tmp_path_factory.mktemp("index"))
    corpus.write(documents(load(CONTRACT / "corpus.json")))
    return Answerer(corpus)


@pytest.fixture
def plan(answerer) -> Callable[[str], Plan]:
    """What a query is understood to mean over them."""

    def understood(query: str) -> Plan:
        return understand(query, Situation(answerer.vocabulary(), TODAY))

    return understood
