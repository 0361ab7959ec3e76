"""Settings of the servers that tests start: the tests' own, with a database file and the page cache."""

import os

from portal.settings.test import *  # noqa: F403 -- a settings module extends the base as a whole

HUB_PAGE_CACHE = True
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ["HUB_DATABASE"],
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": "PRAGMA journal_mode=WAL"},
    }
}
if "HUB_REDIS" in os.environ:
    CACHES = {
        "default": {
            "BACKEND": "core.cache.backends.RedisCache",
            "LOCATION": os.environ["HUB_REDIS"],
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    }
