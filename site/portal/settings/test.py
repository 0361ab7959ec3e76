"""Tests: SQLite in memory, fast hashing, plain static files."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403 -- a settings module extends the base as a whole

DEBUG = False
SECRET_KEY = "test-only"  # noqa: S105 -- tests keep nothing secret
HUB_FIELD_KEYS = ["dGVzdC1vbmx5LXRlc3Qtb25seS10ZXN0LW9ubHktMzI="]  # “test-only-test-only-test-only-32”
ALLOWED_HOSTS = ["*"]
# Tests share a process but not a database; those of the page cache switch it on.
HUB_PAGE_CACHE = False
HUB_SECOND_FACTOR = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True  # the browser's tests have no certificate
HUB_MAINTENANCE_FLAG = Path(tempfile.gettempdir()) / "hub-test-maintenance.json"
HUB_ERROR_PAGES = Path(tempfile.gettempdir()) / "hub-test-errors"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
# Removed with the process; every test begins without an index.
_search = tempfile.TemporaryDirectory(prefix="hub-search-")
SEARCH_INDEX_FOLDER = Path(_search.name)
HUB_ELASTICSEARCH = ""  # the tests of search/elastic start their own
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
_documents = tempfile.TemporaryDirectory(prefix="hub-documents-")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "documents": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": _documents.name},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
