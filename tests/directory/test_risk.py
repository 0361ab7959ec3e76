"""How often somebody must look follows from what a structure is."""

import pytest

from directory.checks import risk_of
from directory.models import ActivationPlan, PlanOverride
from directory.selectors.emergency_desk import planned_points
from tests.conftest import NOON
from tests.factories import directory as make

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


def in_a_plan(structure):
    plan = ActivationPlan.objects.create(name="Ψύχος", kind="cold", reviewed_on=TODAY)
    PlanOverride.objects.create(plan=plan, access_point=make.access_point(structure))


def vital(structure):
    structure.needs.set([make.need("shelter", "Στέγη", vital=True)])
    structure.save()
    return structure


@pytest.mark.parametrize(
    ("prepare", "risk"),
    [
        pytest.param(vital, "A", id="a vital need"),
        pytest.param(lambda made: setattr(made, "sensitive", True), "A", id="sensitive"),
        pytest.param(lambda made: setattr(made, "raised_on", TODAY), "A", id="two readers doubt it"),
        pytest.param(in_a_plan, "A", id="in a plan for emergencies"),
        pytest.param(lambda made: make.line(make.access_point(made), in_danger=True), "A", id="a line in danger"),
        pytest.param(lambda made: setattr(made, "kind", "action"), "B", id="an action for a time"),
        pytest.param(lambda made: setattr(made, "project_codes", "5001234"), "B", id="paid by a project"),
        pytest.param(lambda made: make.access_point(made, "outreach"), "B", id="comes to the neighbourhood"),
        pytest.param(lambda made: make.access_point(made, "online", url="https://example.org"), "C", id="any other"),
        pytest.param(lambda made: None, "D", id="nothing of its own"),
        pytest.param(lambda made: setattr(made, "risk", "B"), "B", id="an editor chose"),
    ],
)
def test_risk_follows_from_what_a_structure_is(prepare, risk):
    structure = make.structure()
    prepare(structure)
    assert risk_of(structure, structure.access_points.all(), planned_points()) == risk
