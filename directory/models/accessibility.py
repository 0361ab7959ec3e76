"""What somebody saw of a place: steps, doors, toilets, a loop for hearing aids."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from core.words import Words
from directory.models.place import Location


class Profile(models.TextChoices):
    """As what somebody comes to the door."""

    WHEELCHAIR = "wheelchair", _("Wheelchair")
    WALKING = "walking", _("Difficulty in walking")
    SIGHT = "sight", _("Low vision or blindness")
    HEARING = "hearing", _("Hard of hearing or deaf")


class Question(models.TextChoices):
    """What is asked of a place; every question is put so that yes is good."""

    STEP_FREE = "step_free", _("Entrance without steps")
    DOOR_WIDTH = "door_width", _("Narrowest door at least 85 cm wide")
    LIFT = "lift", _("Lift")
    TOILET = "toilet", _("Accessible toilet")
    PARKING = "parking", _("Parking for disabled people within 50 m")
    COUNTER = "counter", _("Counter no higher than 80 cm")
    HANDRAIL = "handrail", _("Handrail at the steps of the entrance")
    SEATS = "seats", _("Seats in the waiting area")
    STOP = "stop", _("Stop of public transport nearby")
    WAIT_INSIDE = "wait_inside", _("Waiting inside")
    GUIDE_DOG = "guide_dog", _("Guide dogs welcome")
    TACTILE = "tactile", _("Tactile path to the entrance")
    MEETS = "meets", _("Staff meet people at the door")
    READABLE = "readable", _("Documents in large print or readable by a machine")
    SIGN = "sign", _("Sign language by appointment")
    LOOP = "loop", _("Induction loop for hearing aids")
    WRITTEN = "written", _("Contact without speaking on the phone")


# One question may matter to several profiles; in each the most important one stands first.
PROFILES: dict[Profile, tuple[Question, ...]] = {
    Profile.WHEELCHAIR: (
        Question.STEP_FREE,
        Question.DOOR_WIDTH,
        Question.LIFT,
        Question.TOILET,
        Question.PARKING,
        Question.COUNTER,
    ),
    Profile.WALKING: (
        Question.STEP_FREE,
        Question.HANDRAIL,
        Question.LIFT,
        Question.SEATS,
        Question.STOP,
        Question.WAIT_INSIDE,
    ),
    Profile.SIGHT: (Question.GUIDE_DOG, Question.TACTILE, Question.MEETS, Question.READABLE),
    Profile.HEARING: (Question.SIGN, Question.LOOP, Question.WRITTEN),
}
# What the number beside an answer counts.
MEASURED: dict[str, str] = {
    Question.DOOR_WIDTH: "cm",
    Question.LIFT: "cm",
    Question.COUNTER: "cm",
    Question.HANDRAIL: "steps",
    Question.STOP: "m",
}


class Seen(models.TextChoices):
    """What was seen. `unknown` is somebody who looked and could not tell; mostly there is just no row."""

    YES = "yes", pgettext_lazy("answer", "Yes")
    NO = "no", pgettext_lazy("answer", "No")
    PARTLY = "partly", pgettext_lazy("answer", "Partly")
    UNKNOWN = "unknown", _("We do not know")


class AccessibilityFact(Orderable, ClusterableModel):
    """One answer about a place. There is no overall score; no row means that nobody knows."""

    location = ParentalKey(Location, related_name="accessibility", on_delete=models.CASCADE)
    question = models.CharField(_("question"), max_length=12, choices=Question.choices)
    answer = models.CharField(_("answer"), max_length=8, choices=Seen.choices)
    measure = models.PositiveSmallIntegerField(
        _("measure"),
        null=True,
        blank=True,
        help_text=_("Width of door or lift and height of the counter in cm, number of steps, metres to the stop."),
    )
    seen_on = models.DateField(_("seen on"), null=True, blank=True)
    seen_by = models.CharField(
        _("seen by"), max_length=120, blank=True, help_text=_("The role, not the name of a person.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("accessibility fact")
        verbose_name_plural = _("accessibility facts")
        constraints = [
            models.CheckConstraint(
                condition=Q(measure__isnull=True)
                | (Q(measure__gt=0, question__in=[str(each) for each in MEASURED]) & ~Q(answer=Seen.UNKNOWN)),
                name="accessibility_measure_of_question",
                violation_error_message=_(
                    "A measure goes with doors, lift, counter, steps and stop, and is above zero."
                ),
            ),
            models.UniqueConstraint(
                "location",
                "question",
                name="accessibility_once_a_location",
                violation_error_message=_("This question is already answered for this location."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_question_display()}: {self.get_answer_display()}"

    def cache_tags(self) -> set[str]:
        return {f"location:{self.location_id}", "list:directory"}


class AccessibilityFactWords(Words):
    """What a reader should know beside the answer, in one language."""

    fact = ParentalKey(AccessibilityFact, related_name="words", on_delete=models.CASCADE)
    note = models.CharField(_("note"), max_length=300)

    class Meta(Words.Meta):
        constraints = [models.UniqueConstraint("fact", "language", name="accessibility_words_once_a_language")]
