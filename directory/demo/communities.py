"""Pages of the communities; their names and neighbourhoods are terms of the hub."""

from wagtail.models import Site

from core.demo import LANGUAGES, save_page
from core.taxonomy import Community
from directory.demo.words import COMMUNITIES_SLUGS, COMMUNITIES_WORDS
from directory.pages.communities import CommunitiesPage, CommunityPage


def load_communities() -> int:
    """The page of all communities and one page for each."""
    home = Site.objects.get(is_default_site=True).root_page
    pages = save_page(
        CommunitiesPage,
        home,
        slug=COMMUNITIES_SLUGS,
        words=COMMUNITIES_WORDS,
        shared={"show_in_menus": True},
    )
    communities = Community.objects.prefetch_related("words")
    for community in communities:
        words = {row.language: row for row in community.words.all()}
        save_page(
            CommunityPage,
            pages["el"],
            slug=dict.fromkeys(LANGUAGES, community.slug),
            words={
                language: {"title": words[language].name, "summary": words[language].neighbourhoods}
                for language in LANGUAGES
                if language in words
            },
            shared={"community_id": community.pk},
        )
    return len(communities)
