"""A closure says what is closed, and its days are the days that were typed."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from directory.models import Closure
from tests.factories import directory as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(admin_client):
    url = reverse(Closure.snippet_viewset.get_url_name("add"))
    blank = querydict_from_html(admin_client.get(url).content.decode()).dict()
    days = {"first_day": "30/11/2026", "last_day": "5.12.2026"}
    return lambda **fields: admin_client.post(url, blank | days | fields)


def test_closure_of_nobody_is_refused_and_keeps_what_was_typed(send):
    answer = send()
    assert answer.context["form"].has_error("structure", "closure_of_nobody")
    assert 'value="5.12.2026"' in answer.content.decode()
    assert not Closure.objects.exists()


def test_whole_hub_closes_by_a_tick_and_never_beside_a_structure(send):
    structure = make.structure()
    assert send(whole="on", structure=structure.pk).context["form"].has_error("whole", "closure_of_both")
    assert send(whole="on").status_code == 302
    assert Closure.objects.get().first_day == date(2026, 11, 30)


@pytest.mark.parametrize("language", ["el", "en"])
def test_day_comes_first_whatever_language_the_admin_speaks(admin_client, admin_user, language):
    admin_user.wagtail_userprofile.preferred_language = language
    admin_user.wagtail_userprofile.save()
    structure = make.structure()
    closure = Closure.objects.create(structure=structure, first_day=date(2027, 5, 3), last_day=date(2027, 5, 4))
    url = reverse(Closure.snippet_viewset.get_url_name("edit"), args=(closure.pk,))
    html = admin_client.get(url).content.decode()
    assert 'value="03/05/2027"' in html
    assert "&quot;validateOnBlur&quot;: false" in html or '"validateOnBlur": false' in html
    assert admin_client.post(url, querydict_from_html(html, form_index=1).dict()).status_code == 302
    closure.refresh_from_db()
    assert closure.first_day == date(2027, 5, 3)
