"""Dead letters are visible to those who may act, in the admin and on the command line."""

import json
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core.editing.services import sync_roles
from core.mail.tasks import deliver
from core.queue import enqueue_on_commit
from home.roles import ADMINISTRATOR, EDITOR

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/reports/queue/"


@pytest.fixture
def dead(homes):
    DBTaskResult.objects.all().delete()  # saving the home pages asked for work of its own
    enqueue_on_commit(deliver)
    DBTaskResult.objects.update(
        status=TaskResultStatus.FAILED, finished_at=timezone.now(), exception_class_path="builtins.OSError"
    )
    return DBTaskResult.objects.get()


def sign_in(client, role):
    sync_roles()
    user = get_user_model().objects.create_user(role.slug, password="x")
    user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)


def test_administrator_sees_dead_letters_and_lets_them_run_again(client, dead):
    sign_in(client, ADMINISTRATOR)
    page = client.get(ADDRESS).content.decode()
    assert "builtins.OSError" in page
    assert client.post(ADDRESS, follow=True).status_code == 200
    dead.refresh_from_db()
    assert dead.status == TaskResultStatus.READY


def test_editor_may_neither_see_nor_restart_them(client, dead):
    sign_in(client, EDITOR)
    assert client.get(ADDRESS).status_code in {302, 403}
    assert client.post(ADDRESS).status_code in {302, 403}
    dead.refresh_from_db()
    assert dead.status == TaskResultStatus.FAILED


def test_command_says_how_the_queue_stands_and_takes_dead_letters_back(dead):
    out = StringIO()
    call_command("queue", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"waiting": 0, "running": 0, "dead": 1, "oldest_seconds": None}
    out = StringIO()
    call_command("queue", "--retry", "--json", stdout=out)
    assert json.loads(out.getvalue())["waiting"] == 1
