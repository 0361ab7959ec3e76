"""What serves the whole city: its code among the communities, and its name."""

from django.utils.translation import pgettext_lazy

CITY, CITY_NAME = "city", pgettext_lazy("area that is served", "Whole city")
