"""A bare Django application: one view, no middleware, no database. What everything is compared with."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path


def hello(request: HttpRequest) -> HttpResponse:
    """The least that Django can answer."""
    return HttpResponse("Hello")


urlpatterns = [path("", hello)]

if not settings.configured:
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], MIDDLEWARE=[], LOGGING_CONFIG=None)
application = get_wsgi_application()
