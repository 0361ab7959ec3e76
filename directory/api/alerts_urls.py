"""The address that open tabs ask for emergencies; the same in every language."""

from django.urls import path

from directory.api.alerts import alerts

app_name = "alerts"
urlpatterns = [path("alerts.json", alerts, name="feed")]
