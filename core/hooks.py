"""How apps meet without importing each other: Wagtail's hooks, with names and shapes of this project.

An app registers in its `contributions.py`; whoever offers the shared mechanism reads them with
`registered()`. What does not fit its protocol is refused at start by a system check.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, runtime_checkable

from django.core.checks import Error, register
from django.db.models import Model, QuerySet
from wagtail import hooks


@dataclass(frozen=True, slots=True)
class HomePanel:
    """A part of the home page that an app contributes.

    `selector(language, now)` returns the template's context, or None when there is nothing to show. Home writes
    the section with its heading (`title`, or the editors' own words) around `template`, which holds the matter
    alone. Four names in the context are read by home: `more_url` and `more_text` (the link beside the heading),
    `intro` (a line under it), `cards` (a list editors may cut). Orders: 20 open now, 30 families, 40 communities,
    50 news, 60 calls and consultations, 70 events, 80 figures, 90 practices, 100 studies, 110 bodies, 120 projects;
    below 30 editors cannot move it. A panel that raises is left out and logged: the page never falls for one app.
    """

    name: str
    order: int
    title: Any  # a lazy translation
    template: str
    selector: Callable[[str, datetime], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class DemoLoader:
    """Loads one file of real content; `order` says what must be there before it. Idempotent."""

    name: str
    order: int
    load: Callable[[], int]


@dataclass(frozen=True, slots=True)
class BenchPart:
    """What an app adds to `manage.py bench`; both functions give `core.bench.figures.Figure`s.

    `fill(number, now)` makes a scratch copy of the site as large as the option `--<things>` says, never the demo
    itself (0: as it is), and tells how large it is now; `measure(now)` measures what is there, and may change it.
    """

    name: str
    things: str  # how they are called on the command line
    help: str
    fill: Callable[[int, datetime], Iterable[Any]]
    measure: Callable[[datetime], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Strip:
    """A line above a page. `level` is info, warning or emergency; `core.strips` says which of many are shown.

    `list_url` is where all are listed: the way to those that find no room. By its `key` an open tab knows a strip.
    """

    level: str
    heading: str
    text: str = ""
    url: str = ""
    link_text: str = ""
    language: str = ""
    list_url: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A publicity band: who pays, in the words the rules of the fund demand.

    `first_view`: the rules want it seen without scrolling, so it stands under the header in its small form; the others
    stand at the end of the page.
    `height` is that of the emblem in the small form, in pixels; the full form has it twice. `language` is that of
    the statement.
    """

    statement: str
    programme: str = ""
    emblem_alt: str = ""
    emblem_url: str = ""
    url: str = ""
    language: str = ""
    first_view: bool = False
    height: int = 30  # as wide as the sign of the hub in the header

    @property
    def width(self) -> int:
        """The emblem is half as wide again as it is high."""
        return self.height * 3 // 2

    @property
    def full_height(self) -> int:
        return self.height * 2

    @property
    def full_width(self) -> int:
        return self.width * 2


@dataclass(frozen=True, slots=True)
class Role:
    """A group of people: rights on models, on the page trees of languages, and on folders of media."""

    slug: str
    name: str
    models: Callable[[], dict[str, tuple[str, ...]]]  # "app.model" → what may be done
    extra: tuple[str, ...] = ()  # "app.codename" of rights that belong to no model's four
    pages: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    looks_over: bool = False  # what people without the right to publish hand in comes to this role


@dataclass(frozen=True, slots=True)
class LegalLink:
    """A page that the law demands, as the footer names it."""

    title: str
    url: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A live fact as it stands in a sentence: `text` in the reader's language, `label` for editors."""

    key: str  # begins with the name of its source: “phone:laundry”
    label: str
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ChipSource:
    """Facts of one kind that texts may point to. `chips(language)` gives all by key, from a snapshot."""

    name: str
    label: Any
    chips: Callable[[str], Mapping[str, Chip]]


@dataclass(frozen=True, slots=True)
class HealthCheck:
    """`check()` returns ("ok" | "degraded" | "down", words for the operator)."""

    name: str
    check: Callable[[], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RelatedCard:
    """Something of another app that belongs to an object, as a card."""

    title: str
    url: str
    kind: Any = ""
    language: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class HelpLink:
    """A way on, shown on the page of results.

    `kind` says where: "need" (doors by need, for an empty box and an answer of nothing), "help" (below an answer
    of nothing), "danger" (the help lines, in the danger box; one).
    """

    kind: str
    title: str
    url: str
    language: str = ""  # when the words are not in the page's language


@dataclass(frozen=True, slots=True)
class DocumentPlace:
    """Where readers find documents beside the texts of pages: `pages(document)` are those whose facts point to it."""

    name: str
    pages: Callable[[Model], QuerySet]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed announced in the head of its pages: `address` begins without the language's prefix."""

    name: str
    title: Any
    address: str


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something personal is kept, and what happens then. The privacy page says it, `privacy_purge` does it.

    `purge(before)` removes what is older than that moment (now − `age`) and returns how many rows; `warn(now)`
    tells somebody beforehand; `erase(typed)` removes what belongs to a code or an e-mail address at once.
    `kept` says the age in words where it is no number of days ("until midnight").
    """

    name: str
    order: int
    what: Any  # lazy translations, as the three that follow in the table of the privacy page
    age: timedelta
    then: Any
    purge: Callable[[datetime], int]
    kept: Any = ""
    warn: Callable[[datetime], int] | None = None
    erase: Callable[[str], int] | None = None


@runtime_checkable
class SearchSourceLike(Protocol):
    """What `search.documents.SearchSource` promises; the core knows only its shape."""

    label: str

    def queryset(self) -> Any: ...

    def to_document(self, obj: Model, language: str) -> Any: ...


@dataclass(frozen=True, slots=True)
class Hook:
    """A hook of the project: what it returns, and who reads it.

    With `arguments` (or with ""), it is asked whenever somebody needs to know, and answers a list; without (None) it is
    one registration.
    """

    name: str
    returns: type
    read_by: str
    arguments: str | None = None


# `page` is None for a view without a page. Who answers `hub_alerts` also says `core.cache.expire_at` when that changes
# by itself.
HOOKS = (
    Hook("hub_search_sources", SearchSourceLike, "search"),
    Hook("hub_home_panels", HomePanel, "home"),
    Hook("hub_demo", DemoLoader, "core.demo, manage.py load_demo"),
    Hook("hub_bench", BenchPart, "core.bench, manage.py bench"),
    Hook("hub_health_checks", HealthCheck, "core.health"),
    Hook("hub_document_places", DocumentPlace, "core.documents: who may read a document"),
    Hook("hub_feeds", Feed, "core.frame"),
    Hook("hub_purge", Retention, "core.privacy, manage.py privacy_purge and privacy_erase, the privacy page"),
    Hook("hub_chips", ChipSource, "core.chips, sentences in texts"),
    Hook("hub_alerts", Strip, "core.strips", "page, language, now"),
    Hook("hub_staff_alerts", Strip, "core.strips, for signed-in staff alone", "language, now"),
    Hook("hub_publicity", Band, "core.frame", "page, language"),
    Hook("hub_search_help", HelpLink, "search", "language"),
    Hook("hub_roles", Role, "core.editing.roles, manage.py roles_sync", ""),
    Hook("hub_legal", LegalLink, "core.frame", "language"),
    Hook("hub_related", RelatedCard, "detail pages", "object, language, now"),
    Hook("hub_structures", tuple, "news, which structures an entry is about: (key, name) of all", ""),
)


def registered(name: str) -> list[Any]:
    """Everything apps registered for a hook without arguments, in the order of registration."""
    return [function() for function in hooks.get_hooks(name)]


def asked(name: str, *arguments: Any) -> list[Any]:
    """The joined answers of a hook with arguments."""
    return [answer for function in hooks.get_hooks(name) for answer in function(*arguments)]


@register()
def check_registrations(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Every registration fits the shape its hook promises."""
    return [
        Error(f"{hook.name}: {thing!r} is not a {hook.returns.__name__}.", id="core.E001")
        for hook in HOOKS
        if hook.arguments is None
        for thing in registered(hook.name)
        if not isinstance(thing, hook.returns)
    ]
