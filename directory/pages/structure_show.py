"""Values of the directory in the form that components take: terms and texts, blocks of ways, sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.formats import day, partial_date
from core.text import Phrase, written_in
from core.when import speech
from directory.hours.week import WeekRow
from directory.pages.structure_facts import FactsShow, names
from directory.pages.take_along import message_url, qr_svg
from directory.selectors.shapes import PhoneLine, StructureDetail, WayIn

WITHHELD = gettext_lazy("The address is not published, for safety. Call and they will tell you where and how.")


@dataclass(frozen=True, slots=True)
class WayBlock:
    """One block of the component `way`; a second number of the same access point is a block of its own."""

    icon: str
    title: Any
    lines: tuple[Phrase, ...] = ()
    state: str = ""
    state_text: str = ""
    state_passing: bool = False
    hours: str = ""
    phone: str = ""
    phone_label: str = ""
    phone_note: str = ""
    contact_url: str = ""
    contact_text: str = ""
    url: str = ""
    link_text: str = ""
    map_url: str = ""
    notes: tuple[str | Phrase, ...] = ()
    source_words: Phrase | None = None
    week: tuple[dict[str, Any], ...] = ()


class StructureShow:
    """The structure's page for its template: values only."""

    def __init__(self, page: Any, detail: StructureDetail, *, today: date, index: str = "", root: str = ""):
        self.page, self.detail, self.today, self.index, self.root = page, detail, today, index, root
        self.language = page.locale.language_code
        self.facts = FactsShow(detail, Phrase(page.conditions, page.words_language), self.language)

    @property
    def ways(self) -> list[WayBlock]:
        return way_blocks(self.detail)

    @property
    def body(self) -> list[dict[str, Any]]:
        """Who runs it."""
        body = self.detail.organisation
        rows = [{"term": _("Run by"), "text": body.name, "url": body.website, "language": body.language}]
        if self.detail.partners:
            rows.append({"term": _("Together with"), "lines": names(self.detail.partners)})
        rows.append({"term": _("Family"), "text": self.detail.family_label})
        if self.detail.website:
            rows.append({"term": _("Website"), "text": _host(self.detail.website), "url": self.detail.website})
        return rows

    @property
    def needs(self) -> list[dict[str, Any]]:
        return [
            {
                "label": need.name,
                "url": f"{self.index}?need={need.slug}",
                "icon": need.icon,
                "language": need.language,
            }
            for need in self.detail.needs
        ]

    @property
    def checked(self) -> str:
        detail = self.detail
        if not detail.checked_on:
            return _("Not confirmed by the organisation yet.")
        said = {"day": day(detail.checked_on, self.language), "by": detail.checked_by}
        return (_("Checked on %(day)s by %(by)s.") if detail.checked_by else _("Checked on %(day)s.")) % said

    @property
    def printed(self) -> str:
        """Of which day a sheet of paper is."""
        return _("Printed on %(day)s.") % {"day": day(self.today, self.language)}

    @property
    def stale(self) -> str:
        """The warning that nobody has looked for long; empty while somebody has."""
        detail = self.detail
        if not (detail.is_stale and detail.checked_on):
            return ""
        said = {"on_day": speech(self.language).on_full_day(detail.checked_on)}
        return _("These details were last checked %(on_day)s. They may have changed; phone before you go.") % said

    @property
    def short_url(self) -> str:
        """The address that stands on paper and in a message."""
        return self.root + reverse("directory:short", args=[self.detail.code])

    @property
    def qr(self) -> str:
        """The short address as a picture; nothing where a paper may be found by the wrong person."""
        return "" if self.detail.sensitive or self.detail.is_ended else qr_svg(self.short_url)

    @property
    def list_code(self) -> str:
        """To keep it in one's own list; nothing where a list may be found by the wrong person."""
        return "" if self.detail.sensitive else self.detail.code

    @property
    def sms_url(self) -> str:
        """Opens the reader's own messages with the essentials; no number is asked, nothing is sent by us."""
        detail = self.detail
        if detail.sensitive:
            return ""
        number = detail.call.label if detail.call else ""
        return message_url(self.page.title, number, detail.state.text, self.short_url)

    @property
    def report_url(self) -> str:
        return reverse("directory:report", args=[self.detail.code])

    @property
    def newest_source(self) -> str:
        newest = self.detail.newest_source
        if not newest:
            return _("Our sources have no date.")
        return _("Newest source: %(date)s.") % {"date": partial_date(newest, self.language)}

    @property
    def sources(self) -> list[dict[str, Any]]:
        return [
            {
                "title": source.title,
                "url": source.url,
                "date": partial_date(source.date, self.language) if source.date else "",
                "language": source.language,
            }
            for source in self.detail.sources
        ]

    @property
    def call_note(self) -> str:
        return call_note(self.detail)


def call_note(detail: StructureDetail) -> str:
    """What stands in the large button below the number: whose it is, or when it answers."""
    if detail.call_of:
        return _("Switchboard: %(organisation)s") % {"organisation": detail.call_of}
    return detail.call_note


def way_blocks(detail: StructureDetail) -> list[WayBlock]:
    """All ways in, each number as a block."""
    return [block for way in detail.ways for block in _blocks(way)]


def _blocks(way: WayIn) -> Iterable[WayBlock]:
    first, *others = way.lines or (None,)
    yield WayBlock(
        icon=way.icon,
        title=way.title,
        lines=way.address,
        state=way.state.light if way.state else "",
        state_text=way.state.text if way.state else "",
        state_passing=bool(way.state and way.state.is_passing),
        hours=way.hours,
        map_url=_map_url(way),
        notes=tuple(_notes(way)),
        source_words=_source_words(way),
        week=tuple(_week_row(row) for row in way.week),
        **_line(first),
        **_contact(way, first),
    )
    for line in others:
        yield WayBlock(icon=way.icon, title=line.kind_label if line.is_text else way.title, **_line(line), **_sms(line))


def _line(line: PhoneLine | None) -> dict[str, Any]:
    if line is None or line.is_text:
        return {}
    notes = [
        str(note)
        for note in (
            line.extension and _("extension %(number)s") % {"number": line.extension},
            line.cost_label,
        )
        if note
    ]
    return {"phone": line.number, "phone_label": line.label, "phone_note": ", ".join(notes)}


def _sms(line: PhoneLine | None) -> dict[str, Any]:
    if line is None or not line.is_text:
        return {}
    return {
        "contact_url": f"sms:{line.number}",
        "contact_text": _("SMS to %(number)s") % {"number": line.label},
    }


def _contact(way: WayIn, line: PhoneLine | None) -> dict[str, Any]:
    contact = _sms(line)
    if not contact and way.email:
        contact = {"contact_url": f"mailto:{way.email}", "contact_text": way.email}
    if way.url:
        contact |= {"url": way.url, "link_text": _host(way.url)}
    return contact


def _source_words(way: WayIn) -> Phrase | None:
    """What the source says of the hours, as long as nobody has made hours of it."""
    if not way.source_wording or not way.state or way.state.state != "unknown":
        return None
    return Phrase(way.source_wording, written_in(way.source_wording))


def _notes(way: WayIn) -> Iterable[str | Phrase]:
    if way.withheld:
        yield str(WITHHELD)
    if way.state and way.state.note:
        yield way.state.note
    yield from (Phrase(str(note), way.notes_language) for note in way.notes)
    if way.own and not way.citywide and way.communities:
        names = ", ".join(community.name for community in way.communities)
        yield _("For: %(communities)s") % {"communities": names}


def _map_url(way: WayIn) -> str:
    """Opens the map of the reader's own phone; nothing is asked of anybody until they tap."""
    return "geo:{},{}".format(*way.point) if way.point else ""


def _week_row(row: WeekRow) -> dict[str, Any]:
    name = _("Today, %(day)s") % {"day": row.name} if row.today else row.name
    return {"day": name, "text": row.hours, "note": row.note, "today": row.today}


def _host(url: str) -> str:
    return url.split("//", 1)[-1].split("/", 1)[0].removeprefix("www.")


def list_jsonld(page: Any, url: str) -> list[dict[str, Any]]:
    """A list or overview page for machines."""
    node = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": page.title,
        "url": url,
        "inLanguage": page.locale.language_code,
    }
    if page.summary:
        node["description"] = page.summary
    return [node]
