"""The twelve marks of a withheld address, and every surface on which one of them could come to light."""

import gzip
import html
import re
import unicodedata
from collections.abc import Iterable
from io import BytesIO, StringIO
from urllib.parse import unquote
from zipfile import ZipFile

import brotli
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from core.editing.services import sync_roles
from core.hooks import Role
from directory.models import Location, Structure
from home.roles import ADMINISTRATOR, EDITOR, VERIFIER
from search.index import engine
from search.sources import documents_of, sources

STREET, NUMBER, POSTAL_CODE = "Κρυψώνος", "77", "185 99"
LAT, LON = "37.912345", "23.612345"
WAY, NOTE = "Πίσω από το Μπλε Περίπτερο", "Κουδούνι με όνομα Τριανταφυλλιά"
# The twelve marks, as patterns over texts without accents in lower case. What may not stand before one is said
# behind it: a pattern that begins with plain letters is looked for twenty times as fast.
MARKS = {
    "street": r"κρυψωνοσ",
    "street and number": r"κρυψωνοσ[\s_,.-]+77",
    "greeklish": r"krypsonos",
    "postal code": r"185 ?99\b(?<!\w185 99)(?<!\w18599)",
    "latitude, 3 decimals": r"37[.,]912(?<![\d:.]37[.,]912)",
    "latitude, 4 decimals": r"37[.,]9123(?<![\d:.]37[.,]9123)",
    "latitude, 6 decimals": r"37[.,]912345(?<![\d:.]37[.,]912345)",
    "longitude, 3 decimals": r"23[.,]612(?<![\d:.]23[.,]612)",
    "longitude, 6 decimals": r"23[.,]612345(?<![\d:.]23[.,]612345)",
    "way there": r"μπλε περιπτερο",
    "note": r"τριανταφυλλια",
    "file name": r"krypsonos-77-eisodos",
}
WRITTEN = ("el", "en")
COPIED = ("ar", "sq", "uk")
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def marks_in(raw: bytes) -> set[str]:
    """Names of the marks in some bytes: packed, escaped for HTML, JSON or addresses, in any case, or plain."""
    # As `core.text.without_accents` does it, for megabytes.
    text = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", _plain(raw).lower())).replace("ς", "σ")
    return {name for name, pattern in MARKS.items() if re.search(pattern, text)}


def _plain(raw: bytes) -> str:
    if raw.startswith(b"\x1f\x8b"):
        raw = gzip.decompress(raw)
    if raw.startswith(b"PK\x03\x04"):
        with ZipFile(BytesIO(raw)) as packed:
            raw = b"\n".join(packed.read(name) for name in packed.namelist())
    text = raw.decode("utf-8", "replace")
    unescaped = re.sub(r"\\+u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return "\n".join({text, unescaped, unquote(text), html.unescape(text)})


def leaks(surfaces: Iterable[tuple[str, bytes]]) -> dict[str, set[str]]:
    """Surface → marks on it, where there are any."""
    return {name: found for name, raw in surfaces if (found := marks_in(raw))}


def of_readers(structure: Structure, languages: Iterable[str] = LANGUAGES) -> Iterable[tuple[str, bytes]]:
    """What anybody can ask for."""
    client = Client()
    everywhere = [
        "/domes/shelter/",
        f"/my-list/?s={structure.code}",
        "/search/?q=shelter",
        "/search/suggest/?q=she",
        "/search/suggest/?q=kry",
        "/nothing/",
        f"/report/{structure.code}/",
        "/domes/",
        "/domes/?view=map",
    ]
    # Pages of texts are in Greek and English; the other languages have the service set.
    more = [
        "/domes/kalypsi/",
        "/koinotites/",
        "/koinotites/d/",
        "/",
        f"/s/{structure.code}/",
        "/open-data/",
        "/near/?from=station",
    ]
    for language in languages:
        prefix = "" if language == settings.LANGUAGE_CODE else f"/{language}"
        for path in [*everywhere, *(more if language in WRITTEN else ()), "/feeds/news.atom"]:
            yield _got(client, prefix + path)
        yield from _machines(client, structure, language)
        yield _got(client, f"/sitemap-{language}.xml")
    yield _got(client, "/sitemap.xml")
    yield _got(client, "/api/search?q=shelter")


def maps() -> list[str]:
    """Every map of the Greek pages, as drawn: its points are no coordinates, so no mark would find them."""
    paths = ("/domes/?view=map", "/domes/shelter/", "/koinotites/", "/koinotites/d/")
    pages = [Client().get(path).content.decode() for path in paths]
    return [drawn for page in pages for drawn in re.findall(r'<div class="map.*?</div>', page, re.DOTALL)]


def _machines(client: Client, structure: Structure, language: str) -> Iterable[tuple[str, bytes]]:
    directory = (
        "points.json",
        "kept.json",
        "mobile/d.ics",
        "structures.geojson",
        "structures.csv",
        "coverage.csv",
        "full.zip",
    )
    hsds = ("services", "service_at_locations", "locations", "organizations")
    for name in (*directory, "full.zip"):
        yield _got(client, f"/api/directory/{name}?lang={language}")
    for name in hsds:
        yield _got(client, f"/api/hsds/{name}?lang={language}&full=true&per_page=100")
        if language not in WRITTEN:
            continue
        yield _got(client, f"/api/hsds/{name}?lang={language}&full=true&format=ndjson")
        answer = client.post(f"/api/hsds/{name}?lang={language}", "{}", content_type="application/json")
        yield f"POST {name} {language}", answer.getvalue()
    yield _got(client, f"/api/hsds/services/{structure.uuid}?lang={language}")
    for point in structure.access_points.all():
        yield _got(client, f"/api/hsds/service_at_locations/{point.uuid}?lang={language}")
        if point.location_id:
            yield _got(client, f"/api/hsds/locations/{point.location.uuid}?lang={language}")


WITHOUT_THE_RIGHT = (ADMINISTRATOR, EDITOR, VERIFIER)


def of_staff(structure: Structure, roles: Iterable[Role] = WITHOUT_THE_RIGHT) -> Iterable[tuple[str, bytes]]:
    """What roles without the right to read addresses see in the admin."""
    sync_roles()
    place = Location.objects.filter(access_points__structure=structure).first()
    page = structure.pages.first()
    paths = [reverse("wagtailadmin_home"), reverse("wagtailadmin_reports:site_history")]
    for thing in (structure, place):
        of = thing.snippet_viewset.get_url_name
        paths += [reverse(of("list")), *(reverse(of(name), args=[thing.pk]) for name in ("edit", "history", "usage"))]
        paths.append(reverse(thing.snippet_viewset.chooser_viewset.get_url_name("choose")))
    paths += [reverse(f"wagtailadmin_pages:{name}", args=[page.pk]) for name in ("edit", "history", "view_draft")]
    paths += [
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("directory_checks"),
        reverse("directory_checks_report"),
        reverse("wagtailadmin_reports:locked_pages"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("directory_check", args=[structure.pk]),
        reverse("directory_withhold", args=[structure.pk]),
        reverse("wagtailimages:index"),
    ]
    revisions = list(page.revisions.order_by("pk").values_list("pk", flat=True))
    paths += [reverse("wagtailadmin_pages:revisions_view", args=[page.pk, each]) for each in revisions]
    paths.append(reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "live"]))
    for role in roles:
        client = Client()
        user, _made = get_user_model().objects.get_or_create(username=role.slug, defaults={"password": "x"})
        user.groups.add(Group.objects.get(name=role.name))
        client.force_login(user)
        for path in paths:
            name, raw = _got(client, path)
            yield f"{role.slug} {name}", raw


def of_machines_room() -> Iterable[tuple[str, bytes]]:
    """What whoever gets hold of the disk sees: the database, the index, files, letters. Encrypted texts are tokens."""
    yield "database", "\n".join(connection.connection.iterdump()).encode()
    dump = StringIO()
    call_command("dumpdata", stdout=dump)
    yield "dumpdata", dump.getvalue().encode()
    for source in sources():
        for document in documents_of(source, source.queryset()):
            # What either index is given: the folder below, and an Elasticsearch.
            yield f"document {document.id}", repr(document).encode()
    for file in engine().folder.rglob("*"):
        if file.is_file():
            yield f"index {file.name}", file.read_bytes()
    yield from _files("")
    for letter in mail.outbox:
        yield f"letter {letter.subject}", letter.message().as_bytes()


def _files(folder: str) -> Iterable[tuple[str, bytes]]:
    folders, files = default_storage.listdir(folder)
    for name in files:
        path = f"{folder}{name}"
        with default_storage.open(path) as file:
            yield f"file {path}", path.encode() + file.read()
    for name in folders:
        yield from _files(f"{folder}{name}/")


def _got(client: Client, path: str) -> tuple[str, bytes]:
    answer = client.get(path, follow=False)
    raw = answer.getvalue()
    packed = brotli.decompress(raw) if answer.headers.get("Content-Encoding") == "br" else raw
    headers = "\n".join(f"{name}: {value}" for name, value in answer.items())
    return f"{path} ({answer.status_code})", packed + headers.encode()
