"""Addresses of search, below the prefix of each language."""

from django.urls import path

from search.api.box import opensearch, suggestions
from search.views import results

urlpatterns = [
    path("search/", results, name="search"),
    path("search/suggest/", suggestions, name="search_suggest"),
    path("opensearch.xml", opensearch, name="opensearch"),
]
