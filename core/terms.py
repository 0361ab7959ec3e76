"""Terms of the taxonomy with their words, read once per process and language."""

from dataclasses import dataclass
from uuid import UUID

from core import taxonomy
from core.snapshot import snapshot
from core.words import words_of

KINDS = {
    "need": taxonomy.Need,
    "group": taxonomy.TargetGroup,
    "community": taxonomy.Community,
    "language": taxonomy.SpokenLanguage,
    "topic": taxonomy.Topic,
    "document": taxonomy.DocumentType,
}

LONGEST_SIGN = 2  # letters of «Α΄»


@dataclass(frozen=True, slots=True)
class Term:
    """A term as a reader sees it; `language` is that of `name`, which may differ from the page's."""

    kind: str
    pk: int
    slug: str
    name: str
    language: str
    order: int
    note: str = ""
    icon: str = ""
    sensitive: bool = False
    finder_answer: int | None = None
    own_name: str = ""
    sign: bool = False
    uuid: UUID | None = None


@snapshot("core.terms", tags={"terms"})
def terms(kind: str, language: str) -> tuple[Term, ...]:
    """All terms of a kind in the editors' order; no query after the first call of a process."""
    rows = KINDS[kind].objects.prefetch_related("words")
    return tuple(_term(kind, row, language) for row in rows)


def term(kind: str, slug: str, language: str) -> Term | None:
    """One term by its key."""
    return next((term for term in terms(kind, language) if term.slug == slug), None)


def terms_by_pk(kind: str, pks: set[int], language: str) -> tuple[Term, ...]:
    """The terms with these primary keys, in the editors' order: for rows that were prefetched as ids."""
    return tuple(term for term in terms(kind, language) if term.pk in pks)


def sign_of(name: str) -> str:
    """The word of a name that is its sign («Α΄», "1st", «1-ша»); a name of words alone has none."""
    return next((word for word in name.split() if len(word) <= LONGEST_SIGN or any(map(str.isdigit, word))), "")


def _term(kind: str, row: taxonomy.TermBase, language: str) -> Term:
    words = words_of(row, language)
    return Term(
        kind=kind,
        pk=row.pk,
        slug=row.slug,
        name=words.name if words else row.slug,
        language=words.language if words else language,
        order=row.order,
        note=words.note if words else "",
        icon=getattr(row, "icon", ""),
        sensitive=getattr(row, "sensitive", False),
        finder_answer=getattr(row, "finder_answer", None),
        own_name=getattr(row, "own_name", ""),
        sign=getattr(row, "sign", False),
        uuid=row.uuid,
    )
