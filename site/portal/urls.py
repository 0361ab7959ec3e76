"""Addresses: machines first, then the admin, then what readers see in every language."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents.views.serve import authenticate_with_password

from core import health, sitemaps
from core.accounts.views import to_reset, to_sign_in
from core.documents.views import document
from core.routing import serve
from search.api.results import results as search_results

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap"),
    path("api/search", search_results, name="api_search"),
    path("api/directory/", include("directory.api.urls")),
    path("api/", include("directory.api.alerts_urls")),
    path("api/", include("directory.api.hsds.urls")),
    path(f"{settings.HUB_ADMIN_PATH}login/", to_sign_in),
    path(f"{settings.HUB_ADMIN_PATH}password_reset/", to_reset),
    path(settings.HUB_ADMIN_PATH, include(wagtailadmin_urls)),
    # Not Wagtail's own list: its pattern also takes digits of other scripts, and its view asks no page of ours.
    path("documents/<int:document_id>/<path:document_filename>", document, name="wagtaildocs_serve"),
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        authenticate_with_password,
        name="wagtaildocs_authenticate_with_password",
    ),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(
        path("", include("search.urls")),
        path("", include("directory.urls")),
        path("", include("news.urls")),
        path("sign-in/", include("core.accounts.urls")),
        path("styleguide/", include("core.styleguide.urls")),
        path("", include("studies.urls")),
        re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]

handler400 = "core.errors.bad_request"
handler403 = "core.errors.permission_denied"
handler404 = "core.errors.page_not_found"
handler500 = "core.errors.server_error"
