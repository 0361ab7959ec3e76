"""Entries of the admin's menus."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem


class GuardedMenuItem(MenuItem):
    """Shown to whoever holds one of the rights."""

    def __init__(self, *args: Any, rights: tuple[str, ...], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.rights = rights

    def is_shown(self, request: HttpRequest) -> bool:
        return any(request.user.has_perm(right) for right in self.rights)
