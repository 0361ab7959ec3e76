"""What the reader process says of a PDF."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What an upload is; `problem` is damaged, password, active or empty."""

    problem: str = ""
    pages: int = 0
    named: tuple[str, ...] = ()  # people and bodies, as the file's own notes name them
    comments: int = 0
    is_signed: bool = False

    @property
    def has_traces(self) -> bool:
        """Whether the file says more of its makers than its pages do."""
        return bool(self.named or self.comments)


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, in which only believed lines are left.

    `method`: text (as it stands), repaired, broken (some or all lines were left out), none (no text at all).
    """

    number: int
    text: str
    method: str
    score: float


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the PDF's own outline; `level` begins with 1."""

    title: str
    page: int
    level: int


@dataclass(frozen=True, slots=True)
class Text:
    """The text of the first pages, and how many there are."""

    pages: tuple[PageText, ...] = ()
    total: int = 0
    headings: tuple[Heading, ...] = ()
