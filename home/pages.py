"""The home page: what do you need now, search, what is open, and what the apps contribute."""

from django.utils.translation import gettext_lazy as _

from core.pages import HubPage


class HomePage(HubPage):
    """One per language. `title` is the question or invitation in large letters, `summary` the line under it."""

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("The first page of a language.")

    class Meta:
        verbose_name = _("home page")
