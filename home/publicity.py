"""Whether a page says who pays it, as the rules demand: what should stand there beside what does.

The HTML tells words, alternative text and the size it asks for; a browser tells what readers get (boxes).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Any

from django.utils.translation import gettext_lazy as _

from core.hooks import Band

FIRST_VIEW = 640  # pixels from the top that are seen without scrolling
WIDTHS = (320, 1280)
WORDS = {
    "statement": _("the statement is missing or not in full"),
    "programme": _("the programme or its fund is not named"),
    "alt": _("the emblem is missing, or not described"),
    "small": _("the emblem is smaller than the rules demand"),
    "logo": _("another sign is larger than the emblem"),
    "place": _("it is not seen without scrolling"),
    "page": _("the page could not be read"),
}
# What a browser says of the bands of a page, and of the other signs on it.
BOXES = """() => { const box = e => { const r = e.getBoundingClientRect(), is = e.checkVisibility();
 return {width: is ? r.width : 0, height: is ? r.height : 0, top: r.top + scrollY}; };
 const said = e => e ? e.getAttribute('alt') || e.getAttribute('aria-label') || '' : '';
 return { bands: [...document.querySelectorAll('.publicity')].map(b => { const e = b.querySelector('.flag');
 return {text: b.innerText, alt: said(e), ...box(e || b)}; }),
 signs: [...document.querySelectorAll('.brand svg, .brand img, img.logo')].map(box) }; }"""


@dataclass(frozen=True, slots=True)
class Box:
    """Something drawn, in pixels; `top` from the beginning of the page, None where no browser measured it."""

    width: float
    height: float
    top: float | None = None


@dataclass(frozen=True, slots=True)
class SeenBand:
    """A band as it stands on a page."""

    text: str
    alt: str
    emblem: Box


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong on a page; `width` of the window, 0 for the HTML itself. `code` is a key of WORDS."""

    url: str
    width: int
    code: str
    band: str = ""


def faults(
    url: str, bands: Iterable[Band], seen: Sequence[SeenBand], *, width: int = 0, signs: Sequence[Box] = ()
) -> list[Fault]:
    """What is wrong with the bands of a page; nothing when each one that should be there is as it should be."""
    return [Fault(url, width, code, band.statement) for band in bands for code in _codes(band, seen, signs)]


def bands_in(html: str) -> list[SeenBand]:
    """The bands that a page's HTML asks for."""
    reader = _Bands()
    reader.feed(html)
    return [replace(band, text=_plain(band.text)) for band in reader.found]


def measured(said: dict[str, Any]) -> tuple[list[SeenBand], list[Box]]:
    """What BOXES gave."""
    bands = [
        SeenBand(_plain(band["text"]), band["alt"], Box(band["width"], band["height"], band["top"]))
        for band in said["bands"]
    ]
    return bands, [Box(sign["width"], sign["height"]) for sign in said["signs"]]


def _codes(band: Band, seen: Sequence[SeenBand], signs: Sequence[Box]) -> Iterator[str]:
    found = [each for each in seen if band.statement in each.text]
    if not found:
        yield "statement"
        return
    if band.programme and not any(_plain(band.programme) in each.text for each in found):
        yield "programme"
    if not band.emblem_alt:
        return
    drawn = [each for each in found if each.alt == band.emblem_alt]
    if not drawn:
        yield "alt"
        return
    largest = max((each.emblem for each in drawn), key=lambda box: box.height)
    if largest.height < band.height:
        yield "small"
    if any(sign.height > largest.height and sign.width > largest.width for sign in signs):
        yield "logo"
    if band.first_view and all((each.emblem.top or 0) + each.emblem.height > FIRST_VIEW for each in drawn):
        yield "place"


def _plain(text: str) -> str:
    return " ".join(text.split())


class _Bands(HTMLParser):
    """Gathers each `div.publicity`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[SeenBand] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "div":
            if not self._depth and "publicity" in given.get("class", "").split():
                self.found.append(SeenBand("", "", Box(0, 0)))
                self._depth = 1
            elif self._depth:
                self._depth += 1
        elif self._depth and "flag" in given.get("class", "").split():
            size = Box(float(given.get("width") or 0), float(given.get("height") or 0))
            alt = given.get("alt") or given.get("aria-label", "")
            self.found[-1] = replace(self.found[-1], alt=alt, emblem=size)

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.found[-1] = replace(self.found[-1], text=f"{self.found[-1].text} {data}")
