"""An emergency needs two persons, changes what readers see to the second, and leaves a log that nobody rewrites."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from core.editing.services import sync_roles
from core.mail.models import OutgoingMail
from directory.models import Activation, ActivationLog, ActivationOverride, ActivationPlan, OpenInterval, PlanOverride
from directory.models.append_only import WrittenOnce
from directory.selectors.emergencies import feed, strips
from directory.selectors.emergency_desk import desk, log_rows
from directory.services.emergencies import (
    ActivationRefused,
    Drafted,
    approve,
    close_due,
    draft,
    edit,
    end,
    prolong,
    propose,
    propose_longer,
    remove_place,
    set_place,
)
from home.roles import CRISIS, EDITOR
from tests.conftest import NOON
from tests.factories import directory as make
from tests.factories.accounts import confirmed

pytestmark = pytest.mark.django_db
HOUR, DAY, SECOND = timedelta(hours=1), timedelta(days=1), timedelta(seconds=1)
FRIDAY = NOON.replace(day=7, hour=22)
HEAT = Drafted("heat", FRIDAY)


@pytest.fixture(autouse=True)
def _roles():
    sync_roles()


def somebody(name, role=CRISIS):
    user = get_user_model().objects.create_user(name, email=f"{name}@example.org", password=name)
    user.groups.add(Group.objects.get(name=role.name))
    return user


@pytest.fixture
def anna():
    return somebody("anna")


@pytest.fixture
def boris():
    return somebody("boris")


@pytest.fixture
def proposed(anna):
    activation = draft(HEAT, by=anna, at=NOON)
    propose(activation, by=anna, confirmed=confirmed(anna, NOON), at=NOON)
    return Activation.objects.get()


def approved(activation, by, at=NOON):
    """In force, by a second person."""
    activation.refresh_from_db()
    approve(activation, by=by, confirmed=confirmed(by, at), seen=activation.proposed_at, at=at)
    activation.refresh_from_db()
    return activation


def refused(act):
    with pytest.raises(ActivationRefused) as refusal:
        act()
    return refusal.value.code


def whats():
    return list(ActivationLog.objects.order_by("pk").values_list("what", flat=True))


def test_second_person_puts_it_in_force_and_everybody_reads_until_when(proposed, boris):
    assert strips("el", NOON) == []
    approved(proposed, boris)
    (strip,) = strips("el", NOON)
    assert strip.heading == "Καύσωνας έως την Παρασκευή στις 22:00."
    assert strip.text == "Δροσεροί χώροι είναι ανοιχτοί: δείτε πού."
    assert strip.level == "emergency"
    assert strips("en", NOON)[0].heading == "Heatwave until Friday at 22:00."
    assert strips("uk", NOON)[0].heading == "Спека до 22:00 п’ятниці."
    assert strips("sq", NOON)[0].heading == "Valë e nxehtë deri të premten në orën 22:00."
    assert strips("ar", NOON)[0].heading == "موجة حر حتى يوم الجمعة الساعة 22:00."
    assert strips("ar", NOON)[0].text == "الأماكن المبرّدة مفتوحة: انظروا أين."


def test_it_begins_and_ends_to_the_second(anna, boris):
    start = NOON + HOUR
    activation = draft(Drafted("cold", FRIDAY, start=start), by=anna, at=NOON)
    propose(activation, by=anna, confirmed=confirmed(anna, NOON), at=NOON)
    approved(activation, boris)
    shown = [bool(strips("el", moment)) for moment in (start - SECOND, start, FRIDAY - SECOND, FRIDAY)]
    assert shown == [False, True, True, False]


def test_person_who_proposed_cannot_approve(proposed, anna):
    assert refused(lambda: approved(proposed, anna)) == "same_person"
    assert whats() == ["drafted", "proposed", "refused"]
    assert Activation.objects.get().state == "proposed"


def test_person_who_changed_it_last_cannot_approve(anna, boris):
    activation = draft(HEAT, by=anna, at=NOON)
    edit(activation, HEAT, by=boris, at=NOON)
    propose(activation, by=anna, confirmed=confirmed(anna, NOON), at=NOON)
    assert refused(lambda: approved(activation, boris)) == "same_person"


def test_change_after_the_proposal_voids_it(proposed, anna, boris):
    seen = proposed.proposed_at
    edit(proposed, HEAT, by=anna, at=NOON)
    assert Activation.objects.get().state == "draft"
    assert (
        refused(lambda: approve(proposed, by=boris, confirmed=confirmed(boris, NOON), seen=seen, at=NOON))
        == "not_waiting"
    )
    propose(proposed, by=anna, confirmed=confirmed(anna, NOON + SECOND), at=NOON + SECOND)
    assert (
        refused(lambda: approve(proposed, by=boris, confirmed=confirmed(boris, NOON), seen=seen, at=NOON))
        == "not_waiting"
    )


def test_place_that_is_added_or_removed_voids_the_proposal_too(proposed, anna):
    point = make.access_point(make.structure(), "place")
    set_place(ActivationOverride(activation=proposed, access_point=point), by=anna, at=NOON)
    assert Activation.objects.get().state == "draft"
    propose(proposed, by=anna, confirmed=confirmed(anna, NOON), at=NOON)
    remove_place(ActivationOverride.objects.get(), by=anna, at=NOON)
    assert Activation.objects.get().state == "draft"


def test_proposal_dies_after_two_hours_and_can_be_proposed_again(proposed, anna, boris):
    assert refused(lambda: approved(proposed, boris, NOON + 2 * HOUR)) == "expired"
    propose(proposed, by=anna, confirmed=confirmed(anna, NOON + 2 * HOUR), at=NOON + 2 * HOUR)
    assert approved(proposed, boris, NOON + 4 * HOUR - SECOND).state == "active"


def test_who_holds_no_right_can_do_nothing(proposed):
    editor = somebody("editor", EDITOR)
    for act in (
        lambda: draft(HEAT, by=editor, at=NOON),
        lambda: edit(proposed, HEAT, by=editor, at=NOON),
        lambda: propose(proposed, by=editor, confirmed=confirmed(editor, NOON), at=NOON),
        lambda: approved(proposed, editor),
        lambda: end(proposed, by=editor, reason="x", at=NOON),
    ):
        assert refused(act) == "not_allowed"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        pytest.param(Drafted("heat", NOON), "past", id="ends now"),
        pytest.param(Drafted("heat", NOON + DAY, start=NOON + 2 * DAY), "past", id="ends before it begins"),
        pytest.param(Drafted("heat", NOON + 14 * DAY + SECOND), "too_long", id="more than 14 days"),
    ],
)
def test_time_that_cannot_be_is_refused(anna, said, code):
    assert refused(lambda: draft(said, by=anna, at=NOON)) == code


def test_database_itself_wants_a_second_person(proposed, anna, boris):
    rows = Activation.objects.filter(pk=proposed.pk)
    for values in (
        {"state": "active", "start": NOON},
        {"state": "active", "start": NOON, "approved_by": anna, "approved_at": NOON},
        {"state": "draft", "approved_by": boris},
        {"until": NOON + 15 * DAY, "start": NOON},
        {"until": NOON - DAY, "start": NOON},
        {"state": "ended"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**values)


def test_one_person_ends_it_with_a_reason_at_once(proposed, anna, boris):
    approved(proposed, boris)
    assert refused(lambda: end(proposed, by=anna, reason=" ", at=NOON)) == "no_reason"
    end(proposed, by=anna, reason="It rained", at=NOON + HOUR)
    assert strips("el", NOON + HOUR) == []
    assert refused(lambda: end(proposed, by=anna, reason="again", at=NOON + HOUR)) == "not_running"
    assert refused(lambda: edit(proposed, HEAT, by=anna, at=NOON + HOUR)) == "fixed"
    assert ActivationLog.objects.first().reason == "It rained"


def test_it_is_prolonged_by_the_same_two_steps(proposed, anna, boris):
    approved(proposed, boris)
    longer = FRIDAY + 13 * DAY
    assert (
        refused(lambda: propose_longer(proposed, until=FRIDAY, by=anna, confirmed=confirmed(anna, NOON), at=NOON))
        == "past"
    )
    assert (
        refused(
            lambda: propose_longer(proposed, until=FRIDAY + 15 * DAY, by=anna, confirmed=confirmed(anna, NOON), at=NOON)
        )
        == "too_long"
    )
    propose_longer(proposed, until=longer, by=boris, confirmed=confirmed(boris, NOON), at=NOON)
    assert (
        refused(lambda: prolong(proposed, by=boris, confirmed=confirmed(boris, NOON), seen=NOON, at=NOON))
        == "same_person"
    )
    prolong(proposed, by=anna, confirmed=confirmed(anna, NOON), seen=NOON, at=NOON)
    assert strips("el", longer - SECOND)
    assert (
        refused(lambda: prolong(proposed, by=anna, confirmed=confirmed(anna, NOON), seen=NOON, at=NOON))
        == "not_waiting"
    )


def test_end_by_time_is_written_down_once(proposed, boris):
    approved(proposed, boris)
    assert [close_due(FRIDAY - SECOND), close_due(FRIDAY), close_due(FRIDAY)] == [0, 1, 0]
    assert Activation.objects.get().ended_at == FRIDAY
    assert whats()[-1] == "over"


def test_drill_reaches_nobody_but_the_log(anna, boris):
    point = make.access_point(make.structure(), "place", osm="Mo-Fr 08:00-15:00")
    activation = draft(HEAT, by=anna, at=NOON, drill=True)
    set_place(ActivationOverride(activation=activation, access_point=point), by=anna, at=NOON)
    propose(activation, by=anna, confirmed=confirmed(anna, NOON), at=NOON)
    before = list(OpenInterval.objects.values_list("start", "end"))
    approved(activation, boris)
    assert strips("el", NOON) == []
    assert feed(NOON) == []
    assert list(OpenInterval.objects.values_list("start", "end")) == before
    assert whats() == ["drafted", "edited", "proposed", "approved"]
    assert not desk(NOON + DAY).drill_due
    assert desk(NOON + 181 * DAY).drill_due


def test_plan_brings_its_places(anna):
    point = make.access_point(make.structure(), "place")
    plan = ActivationPlan.objects.create(name="Heat", kind="heat", reviewed_on=NOON.date())
    PlanOverride.objects.create(plan=plan, access_point=point, osm="08:00-22:00")
    activation = draft(HEAT, by=anna, at=NOON, plan=plan)
    assert [(row.access_point, row.osm) for row in activation.overrides.all()] == [(point, "08:00-22:00")]
    assert desk(NOON + 190 * DAY).old_plans == (plan,)


def test_everybody_who_may_approve_gets_a_letter_but_not_the_proposer(anna, boris):
    activation = draft(HEAT, by=anna, at=NOON)
    propose(activation, by=anna, confirmed=confirmed(anna, NOON), at=NOON)
    assert [letter.to for letter in OutgoingMail.objects.all()] == ["boris@example.org"]
    assert ActivationLog.objects.first().letters == 1


def test_log_cannot_be_rewritten_and_holds_before_and_after(proposed, anna):
    edit(proposed, Drafted("heat", FRIDAY + DAY), by=anna, at=NOON)
    row = ActivationLog.objects.first()
    for act in (
        row.delete,
        row.save,
        ActivationLog.objects.all().delete,
        lambda: ActivationLog.objects.update(what="x"),
    ):
        with pytest.raises(WrittenOnce):
            act()
    *_others, last = log_rows()
    assert (last["what"], last["person"], last["kind"]) == ("edited", "anna", "heat")
    assert FRIDAY.isoformat()[:10] in last["before"]
    assert (FRIDAY + DAY).isoformat()[:10] in last["after"]
