"""What a kept answer looks like on the wire."""

import pytest
from django.http import HttpResponse

from core.cache import mark
from tests.core.cache.conftest import page


@pytest.fixture
def home(hub):
    def view(request):
        response = page("Καλημέρα " * 100)
        response["Content-Language"] = "el"
        response["Vary"] = "Accept-Language, Cookie"
        response["Content-Security-Policy"] = "default-src 'none'"
        return response

    hub.view = view
    return hub


@pytest.mark.parametrize("times", [1, 2], ids=["rendered", "kept"])
def test_answer_may_be_kept_by_browsers_if_they_ask_again(home, times):
    for _ in range(times):
        answer = home.get("/", accept_encoding="br")

    headers = {name: value for name, value in answer.items() if name not in {"ETag", "X-Hub-Cache"}}
    assert headers == {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": "el",
        "Content-Security-Policy": "default-src 'none'",
        "Content-Length": str(len(answer.content)),
        "Content-Encoding": "br",
        "Cache-Control": "public, max-age=0, must-revalidate",
        "Vary": "Accept-Encoding",
    }


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
def test_browser_that_has_the_bytes_gets_304(home, known):
    etag = home.get("/")["ETag"]

    answer = home.get("/", if_none_match=known.format(etag))

    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag)
    assert answer["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert "Content-Length" not in answer


def test_browser_with_other_bytes_gets_them_all(home):
    br = home.get("/", accept_encoding="br")["ETag"]

    assert home.get("/", accept_encoding="gzip", if_none_match=br).status_code == 200


@pytest.mark.parametrize("before", ["head", "get"], ids=["rendered", "kept"])
def test_head_has_the_headers_of_get_and_no_body(home, before):
    home.get("/", method=before)

    head, get = home.get("/", method="head"), home.get("/")

    assert head.content == b""
    assert dict(head.items()) == dict(get.items())
    assert int(head["Content-Length"]) == len(get.content) > 0
    assert home.renders == ["/"]


def test_view_renders_head_as_get(hub):
    hub.view = lambda request: page(request.method)
    hub.get("/", method="head")

    assert hub.text("/") == "GET"


@pytest.mark.parametrize("status", [301, 302, 404, 410])
def test_other_answers_are_kept_with_their_status_and_address(hub, status):
    def view(request):
        response = HttpResponse(status=status)
        response["Location"] = "/new/"
        return mark(response)

    hub.view = view
    hub.get("/old/")
    answer = hub.get("/old/")

    assert (answer.status_code, answer["Location"], len(hub.renders)) == (status, "/new/", 1)


def test_small_or_packed_bytes_are_not_packed_again(hub):
    hub.view = lambda request: mark(HttpResponse(b"\x89PNG" * 500, content_type="image/png"))
    answer = hub.get("/", accept_encoding="br")

    assert "Content-Encoding" not in answer
    assert answer.content == b"\x89PNG" * 500


def test_headers_of_a_reply_can_be_changed_without_changing_the_kept_answer(home):
    home.get("/")["X-Mine"] = "1"

    changed = home.get("/")
    changed["X-Mine"] = "1"

    assert dict(changed.items())["X-Mine"] == "1"
    assert "X-Mine" not in home.get("/")


def test_memory_forgets_the_least_recently_read_answer(hub):
    hub.view = lambda request: page(request.path)
    hub.cache.pages.limit = 3 * 1700
    for path in ("/a/", "/b/", "/c/", "/a/", "/d/"):
        hub.get(path)

    hub.get("/a/")
    assert hub.renders == ["/a/", "/b/", "/c/", "/d/"]
    hub.get("/b/")
    assert hub.renders[-1] == "/b/"
    assert hub.cache.pages.size <= hub.cache.pages.limit


@pytest.mark.parametrize("times", [1, 2], ids=["rendered", "kept"])
def test_answer_that_leaves_no_trace_is_kept_by_the_hub_alone(hub, times):
    hub.view = lambda request: mark(HttpResponse("quiet"), leaves_no_trace=True)
    for _ in range(times):
        answer = hub.get("/")

    assert answer["Cache-Control"] == "no-store"
    assert len(hub.renders) == 1


def test_answer_for_signed_in_people_leaves_no_trace_either(hub, settings):
    hub.view = lambda request: mark(HttpResponse("quiet"), leaves_no_trace=True)
    assert hub.get("/", cookie=f"{settings.SESSION_COOKIE_NAME}=x")["Cache-Control"] == "no-store"
