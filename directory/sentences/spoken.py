"""In which languages people are served."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from core.languages import listed
from core.terms import Term
from core.text import Phrase
from directory.hours.readings import reading
from directory.models.choices import Channel
from directory.models.offers import LanguageHow
from directory.selectors.parts import Offer


def how_spoken(offer: Offer, language: str) -> str:
    """“with an interpreter, Phone, Tuesday 10:00–13:00”; empty when only the language is known."""
    parts = [
        str(LanguageHow(offer.how).label) if offer.how else "",
        str(Channel(offer.channel).label) if offer.channel else "",
        reading(offer.osm, language).rstrip(".") if offer.osm else "",
    ]
    return listed(parts, language)


def spoken(offers: Iterable[Offer], terms: Mapping[int, Term], language: str) -> list[Phrase]:
    """A phrase for each offer, in the editors' order of languages."""
    ordered = sorted(offers, key=lambda offer: terms[offer.language].order)
    return [_phrase(terms[offer.language], how_spoken(offer, language)) for offer in ordered]


def _phrase(term: Term, how: str) -> Phrase:
    if not how:
        return Phrase(term.name, term.language)
    return Phrase(_("%(language)s: %(how)s") % {"language": term.name, "how": how}, term.language)
