"""What answers are kept under, and which requests never meet the cache."""

import gzip

import brotli
import pytest
from django.http import HttpResponse

from core.cache.addresses import encoding_class
from tests.core.cache.conftest import page


def test_second_reader_gets_the_kept_answer(hub):
    assert [hub.text("/"), hub.text("/")] == ["page 1", "page 1"]
    assert hub.renders == ["/"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"path": "/a/"}, {"path": "/b/"}),
        ({"host": "a.example"}, {"host": "b.example"}),
        ({"path": "/?page=1"}, {"path": "/?page=2"}),
        ({"path": "/?need=a&need=b"}, {"path": "/?need=b&need=a"}),
    ],
    ids=["path", "host", "declared parameter", "order of values"],
)
def test_answers_are_kept_apart(hub, one, other):
    hub.view = lambda request: page(f"page {len(hub.renders)}", parameters=("page", "need"))

    assert [hub.text(**one), hub.text(**other), hub.text(**one)] == ["page 1", "page 2", "page 1"]


def test_secure_and_plain_answers_are_kept_apart(hub, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    hub.text("/", x_forwarded_proto="https")

    assert hub.text("/", x_forwarded_proto="http") == "page 2"


@pytest.mark.parametrize(
    ("one", "other"),
    [("/?page=1&need=a", "/?need=a&page=1"), ("/?page=1", "/?page=1&utm_source=x"), ("/", "/?utm_source=x")],
    ids=["order of names", "foreign parameter beside a declared one", "foreign parameter alone"],
)
def test_answers_are_shared_by_addresses_that_mean_the_same(hub, one, other):
    hub.view = lambda request: page(f"page {len(hub.renders)}", parameters=("page", "need"))
    hub.text(one)

    assert hub.text(other) == "page 1"


def test_foreign_parameter_is_never_kept_inside_a_page(hub):
    hub.view = lambda request: page(request.get_full_path(), parameters=("page",))

    assert hub.text("/?page=2&evil=1") == "/?page=2&evil=1"  # nothing was known yet; not kept
    assert hub.text("/?page=2&evil=1") == "/?page=2"
    assert hub.text("/?page=2") == "/?page=2"
    assert len(hub.renders) == 2


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("GZIP;q=0.5", "gzip"), ("br;q=0, gzip", "gzip"),
     ("identity", "identity"), ("", "identity"), ("brotli", "identity")],
)  # fmt: skip
def test_encoding_class_is_the_best_that_is_allowed(accepted, expected):
    assert encoding_class(accepted) == expected


def test_bytes_are_given_in_the_encoding_of_the_reader_and_rendered_once(hub):
    text = "Καλημέρα, " * 100
    hub.view = lambda request: page(text)
    answers = {name: hub.get("/", accept_encoding=name) for name in ("br", "gzip", "identity")}

    assert brotli.decompress(answers["br"].content).decode() == text
    assert gzip.decompress(answers["gzip"].content).decode() == text
    assert answers["identity"].content.decode() == text
    assert {name: answer.get("Content-Encoding") for name, answer in answers.items()} == {
        "br": "br", "gzip": "gzip", "identity": None,
    }  # fmt: skip
    assert len({answer["ETag"] for answer in answers.values()}) == 3
    assert len(hub.renders) == 1


@pytest.mark.parametrize(
    "headers",
    [{"cookie": "sessionid=abc"}, {"cookie": "a=b; sessionid=abc"}, {"cookie": "messages=x"},
     {"authorization": "Bearer x"}],
    ids=["session", "session among others", "message", "authorization"],
)  # fmt: skip
def test_known_person_neither_reads_nor_fills_the_cache(hub, headers):
    hub.get("/", **headers)
    assert hub.text("/") == "page 2"
    assert hub.text("/", **headers) == "page 3"
    assert hub.text("/") == "page 2"


def test_cookie_that_knows_nobody_does_not_matter(hub):
    hub.get("/")
    assert hub.text("/", cookie="analytics=1") == "page 1"


def test_post_passes_by(hub):
    hub.get("/")
    assert hub.get("/", method="post").content == b"page 2"


def _with_cookie(request):
    response = page("yours")
    response.set_cookie("csrftoken", "secret")
    return response


def _with_policy(request):
    response = page("yours")
    response["Cache-Control"] = "private"
    return response


def _of_preview(request):
    request.is_preview = True
    return page("draft")


@pytest.mark.parametrize(
    "view",
    [_with_cookie, _with_policy, _of_preview, lambda request: HttpResponse("unmarked"),
     lambda request: page("no", status=403), lambda request: page("error", status=500)],
    ids=["cookie", "private", "preview", "unmarked", "403", "500"],
)  # fmt: skip
def test_answer_for_one_reader_is_never_given_to_another(hub, view):
    hub.view = view
    hub.get("/"), hub.get("/")

    assert len(hub.renders) == 2
    assert len(hub.cache.pages) + len(hub.cache.exact) == 0


def test_thousand_missing_addresses_do_not_push_out_pages(hub):
    hub.view = lambda request: page("missing" + "x" * 50_000, status=404)
    for number in range(1000):
        hub.get(f"/missing-{number}/")
    hub.view = lambda request: page("home")
    hub.get("/")

    assert hub.cache.exact.size <= 2 * 1024 * 1024
    assert hub.text("/") == "home"
    assert hub.cache.pages.size < 10_000


def test_missing_page_is_found_when_it_is_published_with_parameters(hub):
    hub.view = lambda request: page("gone", status=404)
    hub.get("/old/?id=5")
    hub.log.record(frozenset({"tree"}))
    hub.view = lambda request: page(request.GET.get("page", "1"), parameters=("page",))

    assert [hub.text("/old/"), hub.text("/old/?page=3")] == ["1", "3"]
