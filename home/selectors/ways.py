"""Ways on for who searched: the doors by need, the finder, the help lines."""

from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from core.hooks import HelpLink
from core.hub import homes
from core.snapshot import snapshot
from core.terms import terms
from home.selectors.doors import home_links, need_url


@snapshot("home.search_help", tags={"site", "terms"})
def search_help(language: str) -> tuple[HelpLink, ...]:
    """Links in the reader's language; what the hub does not have is left out."""
    site = Site.objects.filter(is_default_site=True).first()
    home = next((each for each in homes(site.pk) if each.language == language), None) if site else None
    if home is None:
        return ()
    links = home_links(home.pk)
    with override(language):
        fixed = (
            HelpLink("help", _("The 4-question guide"), links.finder),
            HelpLink("danger", _("Helplines"), links.danger),
        )
    needs = [HelpLink("need", term.name, need_url(links, term), term.language) for term in terms("need", language)]
    return (*(needs if links.directory else ()), *(link for link in fixed if link.url))
