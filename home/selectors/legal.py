"""Pages that the law demands, as the footer names them."""

from django.apps import apps

from core.hooks import LegalLink
from core.snapshot import snapshot


@snapshot("home.legal", tags={"site"})
def legal_links(language: str) -> tuple[LegalLink, ...]:
    """Live pages of the language, in the order of the kinds; no query after the first."""
    model = apps.get_model("home.LegalPage")
    order = model._meta.get_field("kind").choices
    places = {kind: place for place, (kind, _label) in enumerate(order)}
    pages = model.objects.live().filter(locale__language_code=language)
    return tuple(
        LegalLink(page.title, page.get_url() or "", language)
        for page in sorted(pages, key=lambda page: places.get(page.kind, len(places)))
    )
