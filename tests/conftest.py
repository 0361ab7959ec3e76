"""What every test may ask for: a site with a Greek and an English home page, and a fixed moment."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections
from django.utils import translation
from pytest_django.plugin import blocking_manager_key
from wagtail.models import Locale, Page, Site

from core.settings_models import HubSettings, HubWords
from core.snapshot import clear_snapshots
from home.pages import HomePage
from tests import schema
from tests.schema import copy_into_memory

if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):

    @pytest.fixture(scope="session")
    def django_db_setup(django_test_environment, django_db_blocker):
        """The tests' database: in memory, with a schema that was migrated once for all runs."""
        connection = connections["default"]
        name = connection.creation._get_test_db_name()
        connection.close()
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        with django_db_blocker.unblock():
            copy_into_memory()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_teardown(item):
        """A test that commits leaves empty tables behind; put back what migrations insert."""
        result = yield
        marker = item.get_closest_marker("django_db")
        commits = {"transactional_db", "live_server"} & set(item.fixturenames)
        if commits or (marker and marker.kwargs.get("transaction")):
            with item.config.stash[blocking_manager_key].unblock():
                copy_into_memory()
        return result


@pytest.fixture(scope="module")
def demo_content(django_db_setup, django_db_blocker):
    """The demo, as `load_demo` leaves it, in the database of one file's tests."""
    with django_db_blocker.unblock():
        copy_into_memory(schema.demo())
        yield
        copy_into_memory()


# Tuesday 4 May 2027, noon in Athens; two days after Orthodox Easter.
NOON = datetime(2027, 5, 4, 12, 0, tzinfo=ZoneInfo("Europe/Athens"))


@pytest.fixture
def now() -> datetime:
    return NOON


@pytest.fixture
def homes(db) -> dict[str, HomePage]:
    """Greek and English home pages of the default site, with settings; nothing else."""
    root = Page.get_first_root_node()
    pages: dict[str, HomePage] = {}
    for language, title in (("el", "Βρείτε βοήθεια"), ("en", "Find help")):
        locale, _ = Locale.objects.get_or_create(language_code=language)
        page = HomePage(title=title, slug=f"hub-{language}", locale=locale)
        if pages:
            page.translation_key = pages["el"].translation_key
        pages[language] = root.add_child(instance=page)
        root.refresh_from_db()
    site, _ = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": pages["el"]}
    )
    hub = HubSettings.objects.create(site=site, phone="+302100000000", short_numbers="112 197 1056")
    HubWords.objects.create(hub=hub, language="el", name="Κόμβος", city="Πόλη")
    HubWords.objects.create(hub=hub, language="en", name="Hub", city="City")
    return pages


@pytest.fixture
def home(homes) -> HomePage:
    return homes["el"]


@pytest.fixture(autouse=True)
def language_of_the_hub():
    """What a test before has spoken does not colour this one."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def empty_caches():
    """Nothing of one test is seen by the next: shared cache, page cache, snapshots, search index."""
    cache.clear()
    Path(settings.SEARCH_INDEX_FOLDER, "current").unlink(missing_ok=True)
    clear_snapshots()
