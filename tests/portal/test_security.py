"""What browsers are told, and what readers are not asked for."""

import pytest

from core.security import PERMISSIONS

PUBLIC = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
}
ADDRESSES = ["/", "/en/", "/no-such-page/", "/en/no-such-page/"]


def policy(response):
    return set(response["Content-Security-Policy"].split("; "))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_readers_get_the_strict_policy_and_no_cookie(client, address):
    response = client.get(address)
    assert policy(response) == PUBLIC
    assert not response.cookies
    assert response["X-Frame-Options"] == "DENY"
    assert response["Permissions-Policy"] == PERMISSIONS
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.django_db
def test_kept_answer_carries_the_same_headers(client):
    first, second = client.get("/"), client.get("/")
    assert policy(second) == policy(first) == PUBLIC
    assert not second.cookies


@pytest.mark.django_db
def test_admin_has_its_own_policy_without_evaluated_code(admin_client):
    response = admin_client.get("/admin/reports/locked/")
    assert response.status_code == 200
    found = policy(response)
    assert "script-src 'self' 'unsafe-inline'" in found
    assert "frame-ancestors 'self'" in found
    assert "unsafe-eval" not in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["X-Robots-Tag"] == "noindex"
