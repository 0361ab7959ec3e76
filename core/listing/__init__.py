"""One listing for every kind of thing: filters with counts, sorting, chips and pages.

An app declares its facets; nothing is repeated. Within a facet values are joined by OR, between facets
by AND, and each value is counted under the choices of the *other* facets, so a number never promises
what a click does not hold. Everything works by GET without a script.
"""

from core.listing.choosing import Choices, chips, choices, facet_views, notices, page_number
from core.listing.declarations import UNKNOWN, Facet, Option, Sort, term_facet, unknown_of
from core.listing.held import Held
from core.listing.links import Links
from core.listing.reading import Listing, sorted_keys
from core.listing.shapes import Chip, FacetView, ListingPage, OptionView, SortView

__all__ = [
    "UNKNOWN",
    "Chip",
    "Choices",
    "Facet",
    "FacetView",
    "Held",
    "Links",
    "Listing",
    "ListingPage",
    "Option",
    "OptionView",
    "Sort",
    "SortView",
    "chips",
    "choices",
    "facet_views",
    "notices",
    "page_number",
    "sorted_keys",
    "term_facet",
    "unknown_of",
]
