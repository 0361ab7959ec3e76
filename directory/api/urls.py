"""Addresses for machines, below /api/directory/; the same in every language."""

from django.urls import path

from directory.api import coverage, full, geojson, kept, mobile, points, structures

app_name = "directory_api"
urlpatterns = [
    path("coverage.csv", coverage.coverage_csv, name="coverage_csv"),
    path("full.zip", full.full_zip, name="full_zip"),
    path("mobile/<slug:key>.ics", mobile.visits_ics, name="visits_ics"),
    path("kept.json", kept.kept_json, name="kept_json"),
    path("points.json", points.points_json, name="points_json"),
    path("structures.csv", structures.structures_csv, name="structures_csv"),
    path("structures.geojson", geojson.structures_geojson, name="structures_geojson"),
]
