"""Addresses of the app that are not pages; each stands below the prefix of its language."""

from django.urls import path

from studies import views

app_name = "studies"
urlpatterns = [path("statistics/<slug:slug>.csv", views.indicator_csv, name="indicator_csv")]
