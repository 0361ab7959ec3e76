"""How structures belong together."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from directory.models.structure import Structure


class LinkKind(models.TextChoices):
    """Read from the structure that holds the link to the one it names."""

    PART_OF = "part_of", _("is part of")
    REFERS_TO = "refers_to", _("refers people to")
    INSTEAD_OF = "instead_of", _("when it is closed, people go to")
    SAME_PLACE = "same_place", _("is in the same place as")
    FOLLOWS = "follows", _("continues the work of")
    SUPPORTS = "supports", _("supports")


ITSELF = _("A structure is not linked to itself.")


class StructureLink(Orderable):
    """One structure names another. The other direction is words, not a row."""

    structure = ParentalKey(Structure, related_name="links", on_delete=models.CASCADE)
    kind = models.CharField(_("link"), max_length=10, choices=LinkKind.choices)
    target = models.ForeignKey(
        Structure, verbose_name=_("other structure"), on_delete=models.CASCADE, related_name="linked_from"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("link to another structure")
        verbose_name_plural = _("links to other structures")
        constraints = [
            models.CheckConstraint(
                condition=~Q(structure=F("target")),
                name="link_not_to_itself",
                violation_error_message=ITSELF,
            ),
            models.UniqueConstraint(
                "structure",
                "kind",
                "target",
                name="link_once",
                violation_error_message=_("This link is already there."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.target}"

    def cache_tags(self) -> set[str]:
        """Both ends show it."""
        return {f"structure:{self.structure_id}", f"structure:{self.target_id}", "list:directory"}
