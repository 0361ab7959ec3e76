"""What browsers are told about trust: two policies for content, one for readers and one for the admin."""

from collections.abc import Callable
from dataclasses import replace

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Nothing here needs a sensor, a camera or a payment, so no script, ours or foreign, gets one.
SWITCHED_OFF = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)
# The place of the reader, asked for by a button of ours and never sent anywhere, orders lists by distance; staff may
# sign in by a passkey.
OURS = ("geolocation", "publickey-credentials-create", "publickey-credentials-get")
PERMISSIONS = ", ".join([*(f"{feature}=()" for feature in SWITCHED_OFF), *(f"{feature}=(self)" for feature in OURS)])


def is_admin(request: HttpRequest) -> bool:
    """Return whether the address belongs to the admin."""
    return request.path_info.startswith(f"/{settings.HUB_ADMIN_PATH}")


class ContentPolicyMiddleware(CSPMiddleware):
    """django-csp with a second policy: the admin's scripts and previews need more than readers ever do."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 -- the library's signature
    ) -> PolicyParts:
        """Return the policy of the response: the admin's by address, else the readers'."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None and is_admin(request):
            return replace(parts, config=settings.HUB_ADMIN_CONTENT_POLICY)
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """A preview is made inside a request of the admin and gets its policy there; its frame would else be empty."""
        if getattr(request, "is_dummy", False):
            return response
        return super().process_response(request, response)


class SecurityHeadersMiddleware:
    """The headers that Django has no setting for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with Permissions-Policy and Cross-Origin-Resource-Policy; the admin may frame its previews."""
        response = self._get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if is_admin(request):
            response.headers["X-Robots-Tag"] = "noindex"
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
        return response
