"""Facts have no words: lists of editors borrow the title of the fact's page in the first language."""

from django.conf import settings
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.models import Page

TITLE = Column("title", label=_("Title"))


def with_titles(facts: QuerySet, pages: type[Page], fact: str) -> QuerySet:
    """The facts, each with the `title` of its page of that type; `fact` is the page's key to it (no further query)."""
    own = pages.objects.filter(**{fact: OuterRef("pk")}, locale__language_code=settings.LANGUAGE_CODE)
    return facts.annotate(title=Subquery(own.values("title")[:1]))
