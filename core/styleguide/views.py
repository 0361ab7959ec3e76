"""Views of the pattern page. For people who may enter the admin; nobody finds it by searching."""

from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import user_passes_test
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from core.languages import current
from core.styleguide.stories import GROUPS, stories


def _is_staff(user: Any) -> bool:
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


@never_cache
@user_passes_test(_is_staff, login_url=settings.LOGIN_URL)
def pattern_page(request: HttpRequest, group: str = "") -> HttpResponse:
    """One group of components in all their states; without a group, the first one."""
    group = group or next(iter(GROUPS))
    if group not in GROUPS:
        raise Http404
    shown = stories(group, current())
    parts = [{"component": name, "stories": list(part)} for name, part in groupby(shown, lambda story: story.component)]
    response = render(request, "core/styleguide.html", {"group": group, "groups": list(GROUPS), "parts": parts})
    response["X-Robots-Tag"] = "noindex"
    return response
