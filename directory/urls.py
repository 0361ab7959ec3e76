"""Addresses of the directory that are no pages, the same in every language."""

from django.urls import re_path

from directory.views.structures import short_address

app_name = "directory"
urlpatterns = [
    re_path(r"^s/(?P<typed>[0-9A-Za-z]{5})/?$", short_address, name="short"),
]
