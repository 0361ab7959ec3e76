"""Who decides about an emergency sits there now: proved within five minutes, by as much as the hub demands."""

from datetime import timedelta
from functools import partial

import pytest

from directory.models import Activation
from directory.services.emergencies import ActivationRefused, Drafted, approve, draft, propose
from tests.conftest import NOON
from tests.factories.accounts import confirmed
from tests.factories.emergencies import team

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def people():
    """Two of the crisis team."""
    return team()


@pytest.fixture
def proposed(people):
    anna = people[0]
    activation = draft(Drafted("heat", NOON + timedelta(hours=1)), by=anna, at=NOON)
    propose(activation, by=anna, confirmed=confirmed(anna, NOON), at=NOON)
    return Activation.objects.get()


def refused(act):
    with pytest.raises(ActivationRefused) as refusal:
        act()
    return refusal.value.code


def test_nobody_decides_who_has_not_proved_lately_to_be_there(proposed, people, settings):
    anna, boris = people
    settings.HUB_SECOND_FACTOR = True
    old = NOON - timedelta(minutes=5)
    for proof in (
        None,
        confirmed(boris, old),
        confirmed(boris, NOON + SECOND),
        confirmed(anna, NOON),
        confirmed(boris, NOON, second_factor=False),
    ):
        act = partial(approve, proposed, by=boris, confirmed=proof, seen=proposed.proposed_at, at=NOON)
        assert refused(act) == "not_confirmed"
        assert refused(partial(propose, proposed, by=boris, confirmed=proof, at=NOON)) == "not_confirmed"
    approve(proposed, by=boris, confirmed=confirmed(boris, old + SECOND), seen=proposed.proposed_at, at=NOON)
    assert Activation.objects.get().state == "active"


def test_password_is_enough_where_the_hub_demands_no_second_factor(proposed, people):
    boris = people[1]
    proof = confirmed(boris, NOON, second_factor=False)
    approve(proposed, by=boris, confirmed=proof, seen=proposed.proposed_at, at=NOON)
    assert Activation.objects.get().state == "active"
