"""How a study is cited: APA 7, in the form of each language."""

from dataclasses import dataclass

from core.text import written_in


@dataclass(frozen=True, slots=True)
class Author:
    """A person (`given_names` set) or a body."""

    name: str
    given_names: str = ""

    @property
    def full_name(self) -> str:
        return f"{self.given_names} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in three parts, so that a page can set the title apart."""

    before: str
    title: str
    after: str

    @property
    def language(self) -> str:
        """Of the names before the title."""
        return written_in(self.before)

    @property
    def text(self) -> str:
        return f"{self.before} {self.title}{self.after}".strip()


def apa(authors: tuple[Author, ...], *, year: int | None, title: str, doi: str, language: str) -> Citation:
    """«Μαλούτας, Θ. και Αράπογλου, Β. Π. (2021). Τίτλος. https://doi.org/…»; "n.d." or «χ.χ.» without a year."""
    when = str(year) if year else ("χ.χ." if language == "el" else "n.d.")
    by = _joined([_cited(author) for author in authors], language)
    stop = "" if title.endswith((".", "?", ";", "!")) else "."
    link = f" https://doi.org/{doi}" if doi else ""
    if not by:
        # Without an author the title comes first (APA 7, 9.12).
        return Citation("", title, f"{stop} ({when}).{link}")
    return Citation(f"{by} ({when}).", title, stop + link)


def _cited(author: Author) -> str:
    initials = " ".join(f"{part[0]}." for part in author.given_names.replace(".", " ").split())
    return f"{author.name}, {initials}" if initials else author.name


def _joined(names: list[str], language: str) -> str:
    if len(names) < 2:
        return "".join(names)
    link = " και " if language == "el" else ", & "
    return ", ".join(names[:-1]) + link + names[-1]
