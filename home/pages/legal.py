"""Pages that the law demands: words of the operator, and beside them what the software knows to be true."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import get_page_models
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.blocks import BodyBlock
from core.pages import HubPage
from core.privacy import promises
from home.pages.project_show import Table
from home.selectors.pages import contents


class LegalKind(models.TextChoices):
    """In the order of the footer."""

    PRIVACY = "privacy", _("privacy")
    ACCESSIBILITY = "accessibility", _("accessibility")
    TERMS = "terms", _("terms of use")
    COOKIES = "cookies", _("cookies")
    SECURITY = "security", _("security")


@dataclass(frozen=True, slots=True)
class Generated:
    """What the software says of itself on such a page: sentences, a list, or a table."""

    heading: str
    sentences: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    table: Table | None = None


class LegalPage(HubPage):
    """One of each kind below a home page; the footer finds them by themselves."""

    template = "home/legal_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    page_description = _("Privacy, accessibility, terms, cookies or security. A part of it writes itself.")

    kind = models.CharField(_("kind"), max_length=13, choices=LegalKind.choices)
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("text"))
    missing = models.TextField(
        _("missing before publication"), blank=True, help_text=_("For editors; readers never see it.")
    )

    content_panels = [*HubPage.content_panels, FieldPanel("kind"), FieldPanel("body")]
    settings_panels = [*HubPage.settings_panels, FieldPanel("missing")]
    override_translatable_fields = [
        SynchronizedField("kind", overridable=False),
        TranslatableField("body"),
    ]

    class Meta:
        verbose_name = _("page the law demands")
        verbose_name_plural = _("pages the law demands")

    def clean(self) -> None:
        super().clean()
        twin = LegalPage.objects.filter(kind=self.kind, locale=self.locale_id).exclude(pk=self.pk).first()
        if twin:
            said = _("“%(page)s” is already the page of this kind in this language. Change that one.")
            raise ValidationError({"kind": ValidationError(said, code="kind_taken", params={"page": twin.title})})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"contents": contents(self.body), "generated": GENERATED[LegalKind(self.kind)]()}


def _kept() -> Generated:
    """From the rules that `privacy_purge` carries out, so that what is said is what is done."""
    rows = tuple((promise.what, promise.kept, promise.then) for promise in promises())
    head = (gettext("What we keep"), gettext("How long"), gettext("What happens then"))
    return Generated(
        heading=gettext("What is kept, and until when"),
        sentences=(gettext("This table is written by the software: the same rules delete on time, every day."),),
        table=Table(gettext("Retention periods"), head, rows, "kept"),
    )


def _tested() -> Generated:
    """The page types: a test opens each of them in a browser, or fails (tests/browser/test_pages.py)."""
    kinds = sorted(capfirst(str(model._meta.verbose_name)) for model in get_page_models() if issubclass(model, HubPage))
    return Generated(
        heading=gettext("What is tested by machine"),
        sentences=(
            gettext(
                "Before each release every kind of page below is opened in a browser, in Greek and English, light"
                " and dark, on a narrow phone and a wide screen, and examined with the rules of axe-core for WCAG 2.2"
                " level AA. Machines find a part of the faults only; people must find the rest."
            ),
        ),
        items=tuple(kinds),
    )


def _licensed() -> Generated:
    sentence = gettext("Facts of the structures, figures and projects may be taken along as open data.")
    return Generated(heading=gettext("What you may do with it"), sentences=(sentence,))


def _no_cookies() -> Generated:
    return Generated(
        heading=gettext("What the software does"),
        sentences=(
            gettext("While you read, no cookie is set, nobody counts you, and nothing is asked from another site."),
            gettext("Your own list of structures stays in your browser; it is never sent to us."),
            gettext("Those who work on the site sign in and get a cookie that ends with their session."),
        ),
    )


def _secured() -> Generated:
    return Generated(
        heading=gettext("What the software does"),
        sentences=(
            gettext("Pages load nothing from other sites, and no program that is not ours can run in them."),
            gettext("We keep no internet address of readers, neither in the database nor in the logs."),
        ),
    )


GENERATED: dict[LegalKind, Callable[[], Generated]] = {
    LegalKind.PRIVACY: _kept,
    LegalKind.ACCESSIBILITY: _tested,
    LegalKind.TERMS: _licensed,
    LegalKind.COOKIES: _no_cookies,
    LegalKind.SECURITY: _secured,
}
