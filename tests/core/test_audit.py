"""A line for each write that somebody may ask about, or a loud refusal."""

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from core.audit import UnknownAction, audit
from core.taxonomy import Need

pytestmark = pytest.mark.django_db


def test_line_says_who_did_what_from_and_to():
    need = Need.objects.create(slug="food")
    maria = get_user_model().objects.create_user("maria")
    audit(need, "wagtail.edit", by=maria, before="draft", after="live")
    line = registry.get_logs_for_instance(need).get()
    assert (line.user, line.action, line.data) == (maria, "wagtail.edit", {"before": "draft", "after": "live"})


def test_action_without_a_name_is_refused():
    need = Need.objects.create(slug="food")
    with pytest.raises(UnknownAction, match=r"hub\.unheard"):
        audit(need, "hub.unheard", by=None)
    assert not ModelLogEntry.objects.exists()


def test_line_goes_with_the_write_that_was_taken_back():
    with pytest.raises(RuntimeError), transaction.atomic():
        audit(Need.objects.create(slug="food"), "wagtail.create", by=None)
        raise RuntimeError
    assert not ModelLogEntry.objects.exists()
