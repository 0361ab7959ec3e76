"""Addresses of the directory that are no pages, the same in every language."""

from django.urls import path, re_path

from directory.views import contact, kept, near, reports, verifying
from directory.views.emergencies import emergencies
from directory.views.open_data import open_data
from directory.views.structures import short_address

app_name = "directory"
CODE = "(?P<code>[0-9A-HJKMNP-TV-Z]{5})"
urlpatterns = [
    path("contact-request/", contact.contact, name="contact"),
    path("contact-request/erase/", contact.contact_erase, name="contact_erase"),
    path("my-list/", kept.my_list, name="my_list"),
    path("near/", near.near, name="near"),
    path("emergencies/", emergencies, name="emergencies"),
    path("open-data/", open_data, name="open_data"),
    re_path(r"^s/(?P<typed>[0-9A-Za-z]{5})/?$", short_address, name="short"),
    re_path(rf"^report/{CODE}/$", reports.report, name="report"),
    re_path(rf"^report/{CODE}/thanks/$", reports.report_thanks, name="report_thanks"),
    path("verify/<str:token>/", verifying.verify, name="verify"),
    path("verify/<str:token>/confirm/", verifying.verify_confirm, name="verify_confirm"),
    path("verify/<str:token>/change/", verifying.verify_change, name="verify_change"),
    path("verify/<str:token>/again/", verifying.verify_again, name="verify_again"),
]
