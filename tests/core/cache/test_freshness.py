"""How long an answer is given away, and who renders the next one."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from core.cache import collect, expire_at, forget
from core.cache.entries import USABLE_SECONDS
from tests.core.cache.conftest import Hub, page

FRESH_SECONDS = 3600


def moment(clock, seconds: float) -> datetime:
    return datetime.fromtimestamp(clock.now(), UTC) + timedelta(seconds=seconds)


def reading(hub: Hub, *tags: str, until: datetime | None = None) -> Callable:
    """A view that reads what the tags name and changes by itself at a moment."""

    def view(request):
        collect(*tags)
        if until:
            expire_at(until)
        return page(f"page {len(hub.renders)}")

    return view


def at_once(count: int, ask: Callable[[], str]) -> list[str]:
    """What so many readers get who ask at the same time."""
    texts: list[str] = []
    start = threading.Barrier(count)

    def reader():
        start.wait()
        texts.append(ask())

    threads = [threading.Thread(target=reader) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return texts


@pytest.mark.parametrize("tag", ["structure:1", "site", "*"])
def test_answer_is_renewed_when_a_tag_of_it_is_purged(hub, clock, tag):
    hub.view = reading(hub, "structure:1", "list:directory")
    hub.get("/")

    hub.log.record(frozenset({tag}))

    assert [hub.text("/"), hub.text("/")] == ["page 2", "page 2"]


def test_answer_stays_when_other_tags_are_purged(hub):
    hub.view = reading(hub, "structure:1")
    hub.get("/")

    hub.log.record(frozenset({"structure:2", "list:news", "tree"}))

    assert hub.text("/") == "page 1"


def test_render_that_began_before_a_purge_is_not_kept_as_fresh(hub):
    def slow(request):
        collect("structure:1")
        if len(hub.renders) == 1:
            hub.log.record(frozenset({"structure:1"}))
        return page(f"page {len(hub.renders)}")

    hub.view = slow

    assert [hub.text("/"), hub.text("/"), hub.text("/")] == ["page 1", "page 2", "page 2"]


def test_purge_of_another_process_is_seen_half_a_second_later(hub, clock):
    other = Hub(clock)
    hub.view = reading(hub, "structure:1")
    hub.get("/")

    other.log.record(frozenset({"structure:1"}))
    clock.at += 0.5

    assert hub.text("/") == "page 2"


def test_answer_lives_an_hour_when_nothing_names_a_moment(hub, clock):
    hub.get("/")

    clock.at += FRESH_SECONDS - 1
    assert hub.text("/") == "page 1"
    clock.at += 1
    assert hub.text("/") == "page 2"


def test_answer_is_renewed_at_the_earliest_moment_it_named(hub, clock):
    hub.view = reading(hub, until=moment(clock, 90))
    hub.get("/")
    hub.view = reading(hub, until=moment(clock, 9000))

    clock.at += 89.9
    assert hub.text("/") == "page 1"
    clock.at += 0.1
    assert hub.text("/") == "page 2"


def test_moment_that_passed_while_the_page_was_rendered_ends_its_life_at_once(hub, clock):
    hub.view = reading(hub, until=moment(clock, 0))

    assert [hub.text("/"), hub.text("/")] == ["page 1", "page 2"]


def test_readers_of_an_expired_page_get_the_old_one_while_one_renders(hub, clock):
    hub.get("/")
    clock.at += FRESH_SECONDS
    while_rendering: list[str] = []

    def view(request):
        while_rendering.extend(at_once(5, lambda: hub.text("/")))
        return page("new")

    hub.view = view

    assert hub.text("/") == "new"
    assert while_rendering == ["page 1"] * 5
    assert len(hub.renders) == 2


def test_fifty_readers_of_an_expired_page_cause_one_render(hub, clock):
    hub.get("/")
    clock.at += FRESH_SECONDS

    texts = at_once(50, lambda: hub.text("/"))

    assert set(texts) <= {"page 1", "page 2"}
    assert "page 2" in texts
    assert len(hub.renders) == 2


def test_fifty_readers_of_a_page_nobody_has_asked_for_cause_one_render(hub):
    assert at_once(50, lambda: hub.text("/")) == ["page 1"] * 50
    assert len(hub.renders) == 1


def test_readers_of_a_purged_page_wait_for_the_new_one(hub):
    hub.view = reading(hub, "structure:1")
    hub.get("/")
    hub.log.record(frozenset({"structure:1"}))

    assert at_once(20, lambda: hub.text("/")) == ["page 2"] * 20
    assert len(hub.renders) == 2


def test_second_process_does_not_render_what_the_first_one_renders(clock, settings, shared, db):
    settings.HUB_PAGE_CACHE = True
    one, two = Hub(clock, shared), Hub(clock, shared)
    one.get("/"), two.get("/")
    clock.at += FRESH_SECONDS
    from_two: list[str] = []

    def view(request):
        from_two.append(two.text("/"))
        return page("new")

    one.view = view

    assert one.text("/") == "new"
    assert from_two == ["page 1"]
    assert two.text("/") == "new"
    assert (len(one.renders), len(two.renders)) == (2, 0)


def test_second_process_gets_the_page_and_its_parameters_from_the_first(clock, settings, shared, db):
    settings.HUB_PAGE_CACHE = True
    one, two = Hub(clock, shared), Hub(clock, shared)
    one.view = lambda request: page("one", parameters=("page",))
    one.get("/?page=2")

    assert two.text("/?page=2&utm=1") == "one"
    assert two.renders == []


def test_page_of_another_release_is_not_shown(clock, settings, shared, db):
    settings.HUB_PAGE_CACHE = True
    Hub(clock, shared).get("/")
    settings.HUB_RELEASE = "2"

    newer = Hub(clock, shared)
    newer.get("/")

    assert newer.renders == ["/"]


def test_page_purged_meanwhile_is_not_taken_from_the_shared_cache(clock, settings, shared, db):
    settings.HUB_PAGE_CACHE = True
    one = Hub(clock, shared)
    one.view = reading(one, "structure:1")
    one.get("/")
    one.log.record(frozenset({"structure:1"}))

    two = Hub(clock, shared)
    two.get("/")

    assert two.renders == ["/"]


def test_last_answer_stands_in_when_rendering_fails(hub, clock):
    hub.get("/")
    clock.at += FRESH_SECONDS

    def broken(request):
        raise ConnectionError("database away")

    hub.view = broken
    answers = [hub.get("/") for _ in range(3)]

    assert [(answer.content, answer["X-Hub-Stale"]) for answer in answers] == [(b"page 1", "1")] * 3
    assert len(hub.renders) == 2  # tried once, not for each reader

    clock.at += 5
    hub.view = lambda request: page("back")
    answer = hub.get("/")
    assert (answer.content, "X-Hub-Stale" in answer) == (b"back", False)


def test_last_answer_stands_in_no_longer_than_a_day(hub, clock):
    hub.get("/")
    clock.at += USABLE_SECONDS
    hub.view = lambda request: page("error", status=500)

    assert hub.get("/").status_code == 500


def test_forgotten_answer_is_not_shown_even_when_nothing_renders(hub, django_capture_on_commit_callbacks):
    hub.view = lambda request: page("street 7")
    hub.get("/")
    with django_capture_on_commit_callbacks(execute=True):
        forget()
    hub.clock.at += 1
    hub.log.look()
    hub.view = _broken
    with pytest.raises(ZeroDivisionError):
        hub.get("/")


def _broken(request):
    return 1 / 0
