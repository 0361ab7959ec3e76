"""The strategy shows exactly what its source says: amounts, notes, and what was hard beside what went well."""

from decimal import Decimal

import pytest

from core.demo import facts, loaders
from home.models.strategy import Strategy
from home.pages import LegalPage
from home.selectors.project_facts import projects
from home.selectors.strategy_facts import strategies

pytestmark = pytest.mark.django_db


def test_demo_shows_strategy_projects_and_pages_as_their_files_say(demo_content, client, django_assert_max_num_queries):
    strategy = strategies("el")[Strategy.objects.get().pk]
    assert [pillar.budget for pillar in strategy.pillars] == [28_207_000, 24_521_000, 27_337_000]
    assert strategy.total == Decimal(80_065_000)
    assert [figure.value for figure in strategy.figures] == [600, 1500, 180_000]
    assert [len(figure.communities) for figure in strategy.figures] == [2, 5, 0]
    assert (len(strategy.positives), len(strategy.problems)) == (3, 3)
    flagship = next(action for action in strategy.actions if action.budget)
    assert (flagship.budget, flagship.beneficiaries, flagship.about) == (2_993_000, 5000, True)
    assert "δική μας ανάγνωση" in flagship.budget_note

    known = {row.slug: row for row in projects("el").values()}
    assert known["mis-5051050"].mis == "5051050"
    assert known["social-innovation-piraeus"].amount("total").note.endswith("δική μας ανάγνωση.")
    hub = known["hub-ii"]
    assert [sub.mode for sub in hub.sub_projects] == ["own_means", "open", ""]
    assert [package.code for package in hub.sub_projects[0].packages] == ["ΠΕ1", "ΠΕ2", "ΠΕ3", "ΠΕ4"]

    drafts = {row["slug"]["el"] for row in facts("pages") if row.get("draft")}
    assert set(LegalPage.objects.filter(live=False).values_list("slug", flat=True)) >= drafts
    assert all(page.missing for page in LegalPage.objects.filter(live=False))

    for loader in loaders():
        if loader.name in {"projects", "strategy"}:
            loader.load()
    assert Strategy.objects.count() == 1
    assert {row.slug: row for row in projects("el").values()} == known

    for address, queries in (
        ("/", 12),
        ("/en/", 12),
        ("/stratigiki/", 12),
        ("/en/strategy/", 12),
        ("/erga/", 12),
        ("/erga/kombos-ii/", 12),
        ("/en/projects/hub-ii/", 12),
        ("/epeigoysa-voitheia/", 12),
        ("/en/urgent-help/", 12),
    ):
        assert client.get(address).status_code == 200
        with django_assert_max_num_queries(queries):
            client.get(address, {"again": "1"})
    help_page = client.get("/epeigoysa-voitheia/").content.decode()
    for number in ("112", "100", "166", "199", "1056", "197"):
        assert f'href="tel:{number}"' in help_page
