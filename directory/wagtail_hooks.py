"""Registrations of the directory."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from directory import contributions  # noqa: F401 -- registers its hooks
from directory.admin import DirectoryGroup
from directory.views.structures import refuse_without_way_in

register_snippet(DirectoryGroup)
hooks.register("before_publish_page", refuse_without_way_in)
