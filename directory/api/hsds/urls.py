"""Addresses of HSDS, below /api/; no language in the path, `?lang=` says it."""

from django.urls import path, re_path

from directory.api.hsds import views

app_name = "hsds"
urlpatterns = [
    path("openapi.json", views.openapi, name="openapi"),
    path("hsds/", views.root, name="root"),
    path("hsds/<slug:name>", views.listing, name="listing"),
    path("hsds/<slug:name>/<str:key>", views.single, name="single"),
    re_path(r"^hsds/(?P<rest>.+)$", views.nothing),
]
