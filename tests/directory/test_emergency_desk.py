"""The emergency desk: two people on two browsers, places found by name, a log to take along."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from directory.models import Activation, ActivationLog
from directory.services.emergencies import Drafted, draft, propose
from home.roles import EDITOR
from tests.factories import directory as make
from tests.factories.accounts import confirmed, signed_in
from tests.factories.emergencies import activate, team

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def people():
    """Two of the crisis team."""
    return team()


@pytest.fixture
def place(homes):
    return make.access_point(make.structure(), "place", osm="Mo-Fr 08:00-13:00")


def desk_form(page):
    """The words as the form offers them."""
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields if name not in ("start", "communities")}


def test_two_people_on_two_browsers_put_it_in_force_in_few_steps(people, homes):
    anna, boris = map(signed_in, people)
    new = anna.get("/admin/emergencies/new/heat/")
    until = timezone.localtime(timezone.now() + HOUR).strftime("%Y-%m-%dT%H:%M")
    answer = anna.post("/admin/emergencies/new/heat/", desk_form(new) | {"until": until, "do": "propose"})
    address = answer["Location"]
    activation = Activation.objects.get()
    assert activation.state == "proposed"
    seen = activation.proposed_at.isoformat()
    own = anna.post(f"{address}decide/", {"seen": seen})
    assert own.status_code == 403
    assert Activation.objects.get().state == "proposed"
    assert boris.get(address).context["decides"]
    assert boris.post(f"{address}decide/", {"seen": seen}).status_code == 302
    assert Activation.objects.get().state == "active"
    assert boris.get(address).status_code == 200
    assert anna.post(f"{address}end/", {"reason": "Rain"}).status_code == 302
    assert Activation.objects.get().state == "ended"


def test_desk_asks_who_sits_there_before_it_lets_them_decide(people, homes):
    anna, boris = people
    now = timezone.now()
    activation = draft(Drafted("heat", now + HOUR), by=anna, at=now)
    propose(activation, by=anna, confirmed=confirmed(anna, now), at=now)
    address, client = f"/admin/emergencies/{activation.pk}/", Client()
    client.force_login(boris)
    seen = {"seen": now.isoformat()}
    assert client.post(f"{address}decide/", seen).status_code == 403
    asked = client.get(address).context["confirm_url"]
    assert asked == f"/sign-in/confirm/?next={quote(address, safe='')}"
    assert client.post(asked, {"password": "wrong"}).status_code == 200
    assert client.post(asked, {"password": "boris", "next": address}).headers["Location"] == address
    assert client.get(address).context["confirm_url"] == ""
    assert client.post(f"{address}decide/", seen).status_code == 302
    assert Activation.objects.get().state == "active"


def test_desk_without_an_end_keeps_what_was_typed(people, homes):
    anna = signed_in(people[0])
    new = desk_form(anna.get("/admin/emergencies/new/heat/")) | {"title_el": "Μεγάλη ζέστη"}
    page = anna.post("/admin/emergencies/new/heat/", new | {"until": "1/1/2020 10:00"}).content.decode()
    assert "Μεγάλη ζέστη" in page
    assert not Activation.objects.exists()
    assert anna.post("/admin/emergencies/new/heat/", new | {"until": "soon"}).status_code == 200


def test_language_without_ready_words_may_stay_empty_but_not_half_written(people, homes, settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("sr", "Serbian")]
    settings.LANGUAGE_NAMES = settings.LANGUAGE_NAMES | {"sr": "Српски"}
    settings.LANGUAGE_FALLBACKS = settings.LANGUAGE_FALLBACKS | {"sr": ("sr", "en")}
    anna, until = signed_in(people[0]), timezone.localtime(timezone.now() + HOUR).strftime("%d/%m/%Y %H:%M")
    new = desk_form(anna.get("/admin/emergencies/new/heat/")) | {"until": until}
    half = anna.post("/admin/emergencies/new/heat/", new | {"title_sr": "Врућина"})
    assert list(half.context["form"].errors) == ["message_sr"]
    anna.post("/admin/emergencies/new/heat/", new)
    words = Activation.objects.get().words
    assert [row.language for row in words.all()] == ["el", "en", "ar", "sq", "uk"]
    change = f"/admin/emergencies/{Activation.objects.get().pk}/change/"
    anna.post(change, new | {"title_sr": "Врућина", "message_sr": "Пијте воду."})
    assert words.get(language="sr").message == "Пијте воду."
    anna.post(change, new)
    assert not words.filter(language="sr").exists()


def test_desk_finds_places_by_name_and_sets_them(people, place):
    anna = signed_in(people[0])
    now = timezone.now()
    activation = draft(Drafted("heat", now + HOUR), by=people[0], at=now)
    address = f"/admin/emergencies/{activation.pk}/places/"
    assert f'value="{place.pk}"' in anna.get(f"{address}?q=laun").content.decode()
    wrong = anna.post(address, {"point": place.pk, "kind": "open", "osm": "25:99", "q": "laun"})
    assert "25:99" in wrong.content.decode()
    anna.post(address, {"point": place.pk, "kind": "open", "osm": "08:00-22:00"})
    row = activation.overrides.get()
    assert (row.kind, row.osm) == ("open", "08:00-22:00")
    anna.post(address, {"remove": row.pk})
    assert not activation.overrides.exists()


def test_desk_is_closed_to_editors(place, people, homes):
    activation = activate(people, at=timezone.now(), until=timezone.now() + HOUR)
    user = get_user_model().objects.create_user("editor")
    user.groups.add(Group.objects.get(name=EDITOR.name))
    editor = signed_in(user)
    for path in (
        "",
        "log.csv",
        "new/heat/",
        f"{activation.pk}/",
        f"{activation.pk}/change/",
        f"{activation.pk}/places/",
    ):
        assert editor.get(f"/admin/emergencies/{path}").headers["Location"] == "/admin/", path
    for path in ("propose", "decide", "end", "longer"):
        assert editor.post(f"/admin/emergencies/{activation.pk}/{path}/").headers["Location"] == "/admin/", path
    assert Activation.objects.get().state == "active"


def test_log_is_taken_along_as_a_table(people, homes):
    activate(people, at=timezone.now(), until=timezone.now() + HOUR)
    anna = signed_in(people[0])
    table = b"".join(anna.get("/admin/emergencies/log.csv")).decode("utf-8-sig")
    assert table.splitlines()[0] == "at,activation,kind,drill,what,person,reason,letters,seconds,before,after"
    assert [line.split(",")[4] for line in table.splitlines()[1:]] == ["drafted", "proposed", "approved"]
    assert ActivationLog.objects.count() == 3
