"""What the directory adds to the mechanisms of the project."""

from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from core.hooks import BenchPart, ChipSource, DemoLoader, HealthCheck, HelpLink, HomePanel, Retention, Strip
from directory import finder_checks, indexing, panels
from directory.demo.communities import load_communities
from directory.demo.coverage import load_coverage
from directory.demo.finder import load_finder
from directory.demo.map import load_map
from directory.demo.mobile import load_mobile
from directory.demo.near import load_landmarks
from directory.demo.organisations import load_organisations
from directory.demo.reference import load_reference_point
from directory.demo.structures import load_structures
from directory.models.structure import Structure
from directory.selectors import emergencies
from directory.selectors.checks import check_figures
from directory.services import contact
from directory.services.verification import erase_address, forget_addresses
from search.documents import SearchSource


@hooks.register("hub_demo")
def demo_organisations() -> DemoLoader:
    return DemoLoader("organisations", 30, load_organisations)


@hooks.register("hub_demo")
def demo_structures() -> DemoLoader:
    return DemoLoader("structures", 31, load_structures)


@hooks.register("hub_demo")
def demo_communities() -> DemoLoader:
    return DemoLoader("communities", 32, load_communities)


@hooks.register("hub_demo")
def demo_coverage() -> DemoLoader:
    return DemoLoader("coverage", 33, load_coverage)


@hooks.register("hub_demo")
def demo_finder() -> DemoLoader:
    return DemoLoader("finder", 34, load_finder)


@hooks.register("hub_demo")
def demo_landmarks() -> DemoLoader:
    return DemoLoader("landmarks", 35, load_landmarks)


@hooks.register("hub_demo")
def demo_map() -> DemoLoader:
    return DemoLoader("map", 35, load_map)


@hooks.register("hub_demo")
def demo_mobile() -> DemoLoader:
    return DemoLoader("mobile", 36, load_mobile)


@hooks.register("hub_demo")
def demo_reference_point() -> DemoLoader:
    return DemoLoader("reference point", 37, load_reference_point)


@hooks.register("hub_structures")
def structures_to_choose() -> list[tuple[str, str]]:
    """Key and name of each, for the editors' forms of other apps."""
    return list(Structure.objects.order_by("label").values_list("slug", "label"))


@hooks.register("hub_bench")
def bench_directory() -> BenchPart:
    from directory.bench import budgets, corpus  # noqa: PLC0415 -- slow import: nobody else needs it

    help_text = "Add so many examples to a copy of the database."
    return BenchPart("directory", "structures", help_text, corpus.fill, budgets.measure)


@hooks.register("hub_health_checks")
def finder_health() -> HealthCheck:
    return HealthCheck("finder", finder_checks.finder_health)


@hooks.register("hub_search_sources")
def search_structures() -> SearchSource:
    return indexing.structures()


@hooks.register("hub_search_help")
def ask_for_a_call(language: str) -> list[HelpLink]:
    with override(language):
        return [HelpLink("help", gettext("Ask us to call you"), reverse("directory:contact"))]


@hooks.register("hub_home_panels")
def home_open_now() -> HomePanel:
    return HomePanel("open_now", 20, _("Open now"), "directory/panels/open_now.html", panels.open_now)


@hooks.register("hub_home_panels")
def home_families() -> HomePanel:
    return HomePanel("families", 30, _("Structures of the network"), "directory/panels/families.html", panels.families)


@hooks.register("hub_home_panels")
def home_communities() -> HomePanel:
    return HomePanel(
        "communities",
        40,
        _("In your neighbourhood"),
        "directory/panels/communities.html",
        panels.communities,
    )


@hooks.register("hub_chips")
def chips_of_checks() -> ChipSource:
    return ChipSource(
        "checks", _("Checks of the directory"), lambda language: check_figures(language, timezone.localtime())
    )


@hooks.register("hub_purge")
def addresses_of_reporters() -> Retention:
    return Retention(
        "reporters",
        50,
        _("E-mail addresses of readers who reported a mistake"),
        timedelta(days=30),
        _("The address is deleted, the report stays."),
        forget_addresses,
        erase=erase_address,
    )


@hooks.register("hub_purge")
def contact_requests() -> Retention:
    return Retention(
        "contact_requests",
        40,
        _("Requests for contact: what you wrote, encrypted"),
        contact.KEPT,
        _("Everything is deleted, answered or not; earlier with your code."),
        contact.forget_requests,
        warn=contact.warn_handlers,
        erase=contact.erase_request,
    )


@hooks.register("hub_alerts")
def emergency_strips(page: Any, language: str, now: datetime) -> list[Strip]:
    return emergencies.strips(language, now)


@hooks.register("hub_staff_alerts")
def drills(language: str, now: datetime) -> list[Strip]:
    return emergencies.drill_strips(language, now)
