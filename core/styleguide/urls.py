"""Addresses of the pattern page; included under styleguide/ in every language."""

from django.urls import path

from core.styleguide.views import pattern_page

urlpatterns = [
    path("", pattern_page, name="styleguide"),
    path("<slug:group>/", pattern_page, name="styleguide_group"),
]
