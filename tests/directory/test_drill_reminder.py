"""A drill that is due is said by letter to those who make one, once each time."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command

from core.mail.models import OutgoingMail
from directory.models import DrillReminder
from directory.services.emergencies import APPROVE, PROPOSE
from directory.services.emergencies.letters import remind_of_drill
from tests.factories.emergencies import activate, team

pytestmark = pytest.mark.django_db
ATHENS = ZoneInfo("Europe/Athens")
DAY = timedelta(days=1)


def remind(at):
    return remind_of_drill(PROPOSE, APPROVE, at=at, zone=ATHENS)


def test_team_that_never_drilled_is_told_once(now):
    assert remind(now) == 0  # nobody could read it, so it waits for a team
    people = team()
    people[1].email = ""
    people[1].save()

    assert [remind(now + place * DAY) for place in range(3)] == [1, 0, 0]

    letter = OutgoingMail.objects.get()
    assert letter.to == "anna@example.org"
    assert "δεν έχει γίνει καμία" in letter.text
    assert "/admin/emergencies/" in letter.text
    assert DrillReminder.objects.get().letters == 1


def test_each_time_that_a_drill_is_due_is_one_reminder(homes, now):
    people = team()
    activate(people, at=now, until=now + DAY, drill=True)
    OutgoingMail.objects.all().delete()

    assert [remind(now + place * DAY) for place in (1, 179, 180, 181, 400)] == [0, 0, 2, 0, 0]
    activate(people, at=now + 401 * DAY, until=now + 402 * DAY, drill=True)
    OutgoingMail.objects.exclude(kind="drill").delete()
    assert [remind(now + place * DAY) for place in (402, 580, 581, 582)] == [0, 0, 2, 0]

    assert [row.letters for row in DrillReminder.objects.order_by("due")] == [2, 2]
    assert set(OutgoingMail.objects.values_list("to", flat=True)) == {"anna@example.org", "boris@example.org"}


def test_real_emergency_is_no_drill(homes, now):
    activate(team(), at=now, until=now + DAY)

    assert remind(now + DAY) == 2


def test_daily_round_reminds(db):
    team()

    call_command("directory_verify")
    call_command("directory_verify")

    assert OutgoingMail.objects.filter(kind="drill").count() == 2
