"""Addresses of search, below the prefix of each language."""

from django.urls import path

from search.views import results

urlpatterns = [path("search/", results, name="search")]
