"""The small vocabularies of the directory; codes are stored, words are translated."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Family(models.TextChoices):
    """The four families of the network."""

    MUNICIPAL = "municipal", _("Municipal structure")
    COFUNDED = "cofunded", _("Co-funded structure")
    CIVIL = "civil", _("Civil society")
    OTHER = "other", _("Other bodies and ad hoc actions")


class Reach(models.IntegerChoices):
    """Whom it serves; nearer ones stand first in lists."""

    CITY = 1, _("this city")
    REGION = 2, _("the region")
    COUNTRY = 3, _("the whole country")


AREAS = {
    Reach.CITY: pgettext_lazy("area that is served", "Whole city"),
    Reach.REGION: pgettext_lazy("area that is served", "Whole region"),
    Reach.COUNTRY: pgettext_lazy("area that is served", "Whole country"),
}


class StructureKind(models.TextChoices):
    PLACE = "place", _("Place")
    SERVICE = "service", pgettext_lazy("kind of structure", "Service")
    ACTION = "action", _("Action for a time")


class Status(models.TextChoices):
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    ENDED = "ended", _("Ended")


class RiskClass(models.TextChoices):
    """How often somebody looks: what can harm most when it is wrong, most often."""

    A = "A", _("A: checked every 30 days")
    B = "B", _("B: checked every 90 days")
    C = "C", _("C: checked every 180 days")
    D = "D", _("D: checked once a year")


CHECK_DAYS = {RiskClass.A: 30, RiskClass.B: 90, RiskClass.C: 180, RiskClass.D: 365}


class CostKind(models.TextChoices):
    FREE = "free", _("Free of charge")
    FREE_FOR = "free_for", _("Free for some")
    PAID = "paid", _("With payment")
    ASK = "ask", _("Ask")
    UNKNOWN = "unknown", _("Not known")


class CostPer(models.TextChoices):
    """What an amount is paid for."""

    VISIT = "visit", pgettext_lazy("amount for", "a visit")
    DAY = "day", pgettext_lazy("amount for", "a day")
    MONTH = "month", pgettext_lazy("amount for", "a month")
    YEAR = "year", pgettext_lazy("amount for", "a year")


class Channel(models.TextChoices):
    """How a person reaches a structure."""

    PHONE = "phone", _("Phone")
    PLACE = "place", _("In person")
    OUTREACH = "outreach", _("Point in your neighbourhood")
    MOBILE = "mobile", _("Mobile unit")
    HOME_VISIT = "home_visit", _("Home visit")
    STREET_WORK = "street_work", _("Street work")
    ONLINE = "online", pgettext_lazy("channel", "Online")
    TEXT = "text", _("In writing, no voice")


AT_A_PLACE = (Channel.PLACE, Channel.OUTREACH)
WITHOUT_A_PLACE = (Channel.PHONE, Channel.HOME_VISIT, Channel.STREET_WORK, Channel.ONLINE, Channel.TEXT)
ON_A_LINE = (Channel.PHONE, Channel.TEXT)
CHANNEL_ICONS = {
    Channel.PHONE: "phone",
    Channel.PLACE: "place",
    Channel.OUTREACH: "outreach",
    Channel.MOBILE: "mobile",
    Channel.HOME_VISIT: "home",
    Channel.STREET_WORK: "street",
    Channel.ONLINE: "online",
    Channel.TEXT: "write",
}


class LineKind(models.TextChoices):
    VOICE = "voice", _("Voice")
    MOBILE = "mobile", _("Mobile phone")
    SMS = "sms", "SMS"
    TEXTPHONE = "textphone", _("Textphone")
    RELAY = "relay", _("Relay service")
    VIDEO_SIGN = "video_sign", _("Sign language by video")
    FAX = "fax", _("Fax")
    WHATSAPP = "whatsapp", "WhatsApp"
    VIBER = "viber", "Viber"


CALLABLE = (LineKind.VOICE, LineKind.MOBILE)
# Lines for people who do not speak on the phone.
WRITTEN = (LineKind.SMS, LineKind.TEXTPHONE, LineKind.RELAY, LineKind.VIDEO_SIGN, LineKind.WHATSAPP, LineKind.VIBER)


class LineCost(models.TextChoices):
    FREE = "free", _("free call")
    LOCAL = "local", _("local rate")
    MOBILE = "mobile", _("mobile rate")
    UNKNOWN = "unknown", _("cost not known")


class ScheduleKind(models.TextChoices):
    HOURS = "hours", _("Hours of the week")
    ALWAYS = "always", _("Day and night, every day")
    APPOINTMENT = "appointment", _("By appointment only")
    UNKNOWN = "unknown", _("We do not know")


class ClosureKind(models.TextChoices):
    CLOSED = "closed", pgettext_lazy("kind of closure", "Closed")
    SPECIAL = "special", _("Special hours")


class HolidayKind(models.TextChoices):
    LOCAL = "local", _("Local holiday")
    MOVED_FROM = "moved_from", _("Moved away from this day")
    MOVED_TO = "moved_to", _("Moved to this day")


class ReportKind(models.TextChoices):
    """What a reader says is wrong."""

    NO_ANSWER = "no_answer", _("Nobody answers the phone")
    WRONG_NUMBER = "wrong_number", _("The number is wrong")
    HOURS = "hours", _("The hours are wrong")
    ADDRESS = "address", _("The address is wrong")
    CLOSED = "closed", _("It has closed for good")
    LANGUAGE = "language", _("The languages are wrong")
    ACCESSIBILITY = "accessibility", _("There is an obstacle: steps, door, toilet")
    OTHER = "other", _("Something else")
