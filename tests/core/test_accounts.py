"""Staff signs in on the hub's own pages: password, second factor, passkeys; limits, letters, and how long it lasts."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import Fernet
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from core.access.models import Spending
from core.accounts.limits import ACCOUNT, EVERYWHERE
from core.accounts.middleware import BEGAN
from core.editing.services import sync_roles
from core.mail.models import OutgoingMail
from home.roles import EDITOR

pytestmark = pytest.mark.django_db
PASSWORD = "a long password of hers"


@pytest.fixture
def eleni(homes):
    sync_roles()
    user = get_user_model().objects.create_user("eleni", "eleni@example.org", PASSWORD)
    user.groups.add(Group.objects.get(name=EDITOR.name))
    return user


def sign_in(client, password=PASSWORD, **more):
    return client.post("/sign-in/", {"login": "eleni", "password": password} | more)


def with_app(user):
    """An app for codes; the code it shows now."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return lambda: totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time()))))


def test_address_of_wagtail_leads_to_the_pages_of_the_hub(client, homes):
    assert client.get("/admin/").headers["Location"] == "/sign-in/?next=/admin/"
    assert client.get("/admin/login/?next=/admin/pages/").headers["Location"] == "/sign-in/?next=/admin/pages/"
    assert client.get("/admin/password_reset/").headers["Location"] == "/sign-in/password/reset/"
    page = client.get("/sign-in/").content.decode()
    assert "<h1>Σύνδεση</h1>" in page
    assert "<h1>Sign in</h1>" in client.get("/en/sign-in/").content.decode()


def test_editor_signs_in_and_out(client, eleni):
    assert sign_in(client, next="/admin/reports/").headers["Location"] == "/admin/reports/"
    assert client.get("/admin/").status_code == 200
    assert client.post("/admin/logout/").headers["Location"] == "/sign-in/"
    assert client.get("/admin/").status_code == 302


def test_wrong_password_says_so_and_keeps_the_name(client, eleni):
    page = sign_in(client, "wrong").content.decode()
    assert "Name and password" not in page
    assert "Το όνομα και ο κωδικός δεν ταιριάζουν" in page
    assert 'value="eleni"' in page


def test_account_is_locked_after_ten_failures_even_for_the_right_password(client, eleni):
    for _each in range(ACCOUNT.times):
        sign_in(client, "wrong")
    assert "Περιμένετε 15 λεπτά" in sign_in(client).content.decode()
    assert client.get("/admin/").status_code == 302


def test_nobody_locks_the_account_of_somebody_in_another_network(client, eleni):
    for _each in range(ACCOUNT.times):
        Client(REMOTE_ADDR="198.51.100.7").post("/sign-in/", {"login": "eleni", "password": "wrong"})
    assert sign_in(client).status_code == 302
    Spending.objects.filter(limit=EVERYWHERE.name).update(times=EVERYWHERE.times)
    assert "Περιμένετε 15 λεπτά" in sign_in(Client()).content.decode()


def test_name_that_does_not_exist_is_locked_like_one_that_does(client, homes):
    answers = [client.post("/sign-in/", {"login": "nobody", "password": "x"}).content.decode() for _ in range(11)]
    assert "Περιμένετε 15 λεπτά" in answers[-1]


def test_account_that_may_not_enter_is_told_instead_of_sent_in_circles(client, homes):
    get_user_model().objects.create_user("eleni", password=PASSWORD)
    sign_in(client)
    answer = client.get("/admin/", follow=True)
    assert answer.redirect_chain[-1][0] == "/sign-in/out/"
    assert "δεν μπαίνει στη διαχείριση" in answer.content.decode()


def test_second_factor_is_asked_of_those_who_have_one(client, eleni):
    code = with_app(eleni)
    assert sign_in(client).headers["Location"] == "/sign-in/code/"
    assert client.get("/admin/").status_code == 302
    assert "Ο κωδικός δεν είναι σωστός" in client.post("/sign-in/code/", {"code": "000000"}).content.decode()
    shown = code()
    assert client.post("/sign-in/code/", {"code": f"{shown[:3]} {shown[3:]}"}).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_codes_that_are_guessed_lock_the_account(client, eleni):
    code = with_app(eleni)
    sign_in(client)
    for _each in range(ACCOUNT.times):
        client.post("/sign-in/code/", {"code": "000000"})
    assert "Περιμένετε 15 λεπτά" in client.post("/sign-in/code/", {"code": code()}).content.decode()


def test_recovery_code_lets_in_once(eleni):
    with_app(eleni)
    code = RecoveryCodes.activate(eleni).get_unused_codes()[0]
    for status in (302, 200):
        client = Client()
        sign_in(client)
        assert client.post("/sign-in/code/", {"code": code}).status_code == status


def test_secrets_are_sealed_in_the_database(eleni):
    with_app(eleni)
    RecoveryCodes.activate(eleni)
    kept = [row.data.get("secret", row.data.get("seed"))[:5] for row in Authenticator.objects.all()]
    assert kept == ["gAAAA", "gAAAA"]


def test_admin_demands_a_second_factor_where_the_hub_does(client, eleni, settings, django_capture_on_commit_callbacks):
    settings.HUB_SECOND_FACTOR = True
    sign_in(client)
    assert client.get("/admin/").headers["Location"] == "/sign-in/factors/"
    page = client.get("/sign-in/factors/app/").content.decode()
    secret = re.search(r'<code><bdi dir="ltr">(\w+)</bdi>', page)[1]
    shown = totp.format_hotp_value(totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time()))))
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post("/sign-in/factors/app/", {"code": shown}, follow=True)
    assert answer.redirect_chain[-1][0] == "/sign-in/factors/recovery/"
    assert len(re.findall(r"<code>", answer.content.decode())) == 10
    assert client.get("/admin/").status_code == 200
    assert not re.findall(r"<code>", client.get("/sign-in/factors/recovery/").content.decode())
    assert [letter.to for letter in OutgoingMail.objects.filter(kind="account")] == ["eleni@example.org"]


def test_session_that_began_with_the_password_alone_must_use_the_factor_that_came_later(client, eleni, settings):
    settings.HUB_SECOND_FACTOR = True
    sign_in(client)
    code = with_app(eleni)
    address = client.get("/admin/").headers["Location"]
    assert address == "/sign-in/code/confirm/?next=%2Fadmin%2F"
    assert client.post(address, {"code": code()}).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_session_ends_after_eight_hours_whatever_is_done(client, eleni):
    sign_in(client)
    session = client.session
    session[BEGAN] = (timezone.now() - timedelta(hours=8)).timestamp()
    session.save()
    assert client.get("/admin/reports/").headers["Location"] == "/sign-in/?next=/admin/reports/"
    assert client.get("/admin/").status_code == 302


def test_session_ends_half_an_hour_after_the_last_thing_that_was_done(client, eleni, settings):
    sign_in(client)
    assert client.session.get_expiry_age() == 30 * 60
    assert settings.SESSION_COOKIE_AGE == 30 * 60
    assert client.cookies[settings.SESSION_COOKIE_NAME]["max-age"] == ""


def test_forgotten_password_is_chosen_anew_by_a_letter(client, eleni):
    assert client.post("/sign-in/password/reset/", {"email": "eleni@example.org"}).status_code == 302
    letter = OutgoingMail.objects.get()
    address = re.search(r"http://testserver(/\S+)", letter.text)[1]
    form = client.get(address, follow=True)
    new = "another long password"
    done = client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})
    assert done.headers["Location"] == "/sign-in/password/reset/done/"
    assert sign_in(client, new).status_code == 302
    used = Client().get(address, follow=True).content.decode()
    assert "Ο σύνδεσμος χρησιμοποιήθηκε ή έληξε." in used


def test_reset_does_not_tell_whether_an_address_has_an_account(client, eleni):
    answers = {
        client.post("/sign-in/password/reset/", {"email": f"{who}@example.org"}).headers["Location"]
        for who in ("eleni", "nobody")
    }
    assert answers == {"/sign-in/password/reset/sent/"}
    assert [letter.to for letter in OutgoingMail.objects.all()] == ["eleni@example.org"]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "password/reset/",
        "password/reset/sent/",
        "password/reset/done/",
        "password/reset/1-set-password/",
        "inactive/",
    ],
)
def test_pages_of_signing_in_hold_no_script_of_their_own_and_are_not_kept(client, homes, path):
    answer = client.get(f"/sign-in/{path}")
    assert answer.status_code == 200
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert 'name="robots" content="noindex"' in answer.content.decode()


@pytest.mark.parametrize("path", ["factors/", "factors/app/", "factors/keys/new/", "password/", "confirm/", "out/"])
def test_pages_of_the_account_open_for_who_is_signed_in(client, eleni, path):
    assert client.get(f"/sign-in/{path}").status_code == 302
    sign_in(client)
    answer = client.get(f"/sign-in/{path}")
    assert answer.status_code == 200
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_lost_devices_are_forgotten_by_a_command(client, eleni, capsys):
    with_app(eleni)
    call_command("second_factor", "eleni")
    assert capsys.readouterr().out.startswith("totp ")
    call_command("second_factor", "eleni", "--forget")
    assert sign_in(client).headers["Location"] == "/admin/"
    with pytest.raises(CommandError, match="no account"):
        call_command("second_factor", "nobody")


def test_app_opens_after_the_keys_of_the_hub_were_changed(client, eleni, settings, capsys):
    code = with_app(eleni)
    newest = Fernet.generate_key().decode()
    settings.HUB_FIELD_KEYS = [newest, *settings.HUB_FIELD_KEYS]
    call_command("directory_rotate_keys")
    assert "second factors                   1 sealed anew, 0 without a key" in capsys.readouterr().out
    settings.HUB_FIELD_KEYS = [newest]
    sign_in(client)
    assert client.post("/sign-in/code/", {"code": code()}).headers["Location"] == "/admin/"
