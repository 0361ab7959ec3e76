"""The terms by which everything is found: needs, target groups, communities, spoken languages, topics,
kinds of documents.

Every term is one fact with words in each language. Target groups follow article 2 of law 4430/2016.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel

from core.facts import Fact
from core.words import Words, own_words


class TermBase(Fact):
    """A term of one vocabulary, in the order editors chose."""

    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        abstract = True
        ordering = ["order", "slug"]

    panels = [FieldPanel("slug"), FieldPanel("order"), InlinePanel("words", label=_("Words"), min_num=1)]

    def __str__(self) -> str:
        words = own_words(self)
        return getattr(words, "name", "") or self.slug

    def cache_tags(self) -> set[str]:
        """Terms stand in menus, filters and cards everywhere, so a change renews the whole site."""
        return {"terms", "site"}


class TermWords(Words):
    """Name of a term in one language."""

    name = models.CharField(_("name"), max_length=120)
    note = models.CharField(_("in plain words"), max_length=300, blank=True)

    class Meta(Words.Meta):
        abstract = True

    panels = [FieldPanel("language"), FieldPanel("name"), FieldPanel("note")]


class Need(TermBase):
    """What a person needs now; the doors of the home page."""

    icon = models.CharField(_("icon"), max_length=30, blank=True)
    finder_answer = models.PositiveSmallIntegerField(
        _("place among the first questions"),
        null=True,
        blank=True,
        help_text=_("Empty: not a tile of the home page."),
    )
    sensitive = models.BooleanField(_("sensitive"), default=False, help_text=_("Its pages get a quick exit."))

    vital = models.BooleanField(
        _("vital"), default=False, help_text=_("A mistake can harm: what serves it is checked every 30 days.")
    )

    class Meta(TermBase.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")

    panels = [
        FieldPanel("slug"),
        FieldPanel("order"),
        FieldPanel("icon"),
        FieldPanel("finder_answer"),
        FieldPanel("sensitive"),
        FieldPanel("vital"),
        InlinePanel("words", label=_("Words"), min_num=1),
    ]


class TargetGroup(TermBase):
    """A group of people, after article 2 of law 4430/2016."""

    class Law(models.TextChoices):
        VULNERABLE = "vulnerable", _("vulnerable group")
        SPECIAL = "special", _("special group")
        NONE = "none", _("not named by the law")

    law = models.CharField(_("in law 4430/2016"), max_length=12, choices=Law.choices, default=Law.NONE)

    class Meta(TermBase.Meta):
        verbose_name = _("target group")
        verbose_name_plural = _("target groups")

    panels = [
        FieldPanel("slug"),
        FieldPanel("order"),
        FieldPanel("law"),
        InlinePanel("words", label=_("Words"), min_num=1),
    ]


class Community(TermBase):
    """A municipal community: a part of the city with its own access points."""

    class Meta(TermBase.Meta):
        verbose_name = _("municipal community")
        verbose_name_plural = _("municipal communities")


class SpokenLanguage(TermBase):
    """A language in which people are served; sign languages too."""

    own_name = models.CharField(_("own name"), max_length=60, help_text=_("As its speakers write it."))
    sign = models.BooleanField(_("sign language"), default=False)

    class Meta(TermBase.Meta):
        verbose_name = _("spoken language")
        verbose_name_plural = _("spoken languages")

    panels = [
        FieldPanel("slug"),
        FieldPanel("order"),
        FieldPanel("own_name"),
        FieldPanel("sign"),
        InlinePanel("words", label=_("Words"), min_num=1),
    ]


class Topic(TermBase):
    """What a piece of news, a study or a practice is about, beyond needs and groups."""

    class Meta(TermBase.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class DocumentType(TermBase):
    """A paper that people may be asked for; its note says in plain words what it is."""

    class Meta(TermBase.Meta):
        verbose_name = _("kind of document")
        verbose_name_plural = _("kinds of documents")


class NeedWords(TermWords):
    term = ParentalKey(Need, related_name="words", on_delete=models.CASCADE)

    class Meta(TermWords.Meta):
        constraints = [models.UniqueConstraint("term", "language", name="need_words_once_a_language")]


class TargetGroupWords(TermWords):
    term = ParentalKey(TargetGroup, related_name="words", on_delete=models.CASCADE)

    class Meta(TermWords.Meta):
        constraints = [models.UniqueConstraint("term", "language", name="group_words_once_a_language")]


class CommunityWords(TermWords):
    term = ParentalKey(Community, related_name="words", on_delete=models.CASCADE)
    neighbourhoods = models.CharField(_("neighbourhoods"), max_length=300, blank=True)

    class Meta(TermWords.Meta):
        constraints = [models.UniqueConstraint("term", "language", name="community_words_once_a_language")]

    panels = [*TermWords.panels, FieldPanel("neighbourhoods")]


class SpokenLanguageWords(TermWords):
    term = ParentalKey(SpokenLanguage, related_name="words", on_delete=models.CASCADE)

    class Meta(TermWords.Meta):
        constraints = [models.UniqueConstraint("term", "language", name="language_words_once_a_language")]


class TopicWords(TermWords):
    term = ParentalKey(Topic, related_name="words", on_delete=models.CASCADE)

    class Meta(TermWords.Meta):
        constraints = [models.UniqueConstraint("term", "language", name="topic_words_once_a_language")]


class DocumentTypeWords(TermWords):
    term = ParentalKey(DocumentType, related_name="words", on_delete=models.CASCADE)

    class Meta(TermWords.Meta):
        constraints = [models.UniqueConstraint("term", "language", name="document_type_words_once_a_language")]
