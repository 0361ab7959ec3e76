"""`make demo`: SQLite, local memory, mail into files. The default of manage.py."""

import os
from pathlib import Path

from .base import *  # noqa: F403 -- a settings module extends the base as a whole
from .base import HUB_PAGE_CACHE, VAR

DEBUG = os.environ.get("DEBUG") == "1"
# Who changes templates wants to see them.
HUB_PAGE_CACHE = HUB_PAGE_CACHE and not DEBUG
SECRET_KEY = "demo-only-never-used-in-production"  # noqa: S105 -- the demo keeps nothing secret
HUB_FIELD_KEYS = ["ZGVtby1vbmx5LWRlbW8tb25seS1kZW1vLW9ubHktMzI="]  # “demo-only-demo-only-demo-only-32”
ALLOWED_HOSTS = ["*"]
# What `manage.py demo` asks for before it touches a database.
HUB_DEMO = True

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("HUB_DATABASE", VAR / "demo.sqlite3"),
        # Opening SQLite with its pragmas costs 10 ms, an eighth of a page.
        "CONN_MAX_AGE": 600,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
}
# Beside the database, so that two demos never share an index.
SEARCH_INDEX_FOLDER = Path(DATABASES["default"]["NAME"]).with_suffix(".search")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "documents": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        # Text, for it goes into the queue when a document is deleted.
        "OPTIONS": {"location": str(VAR / "documents")},
    },
    "staticfiles": {"BACKEND": "portal.storage.DemoStaticFilesStorage"},
}
# Who looks at the demo is not sent away after a pause; a passkey works at http://localhost:8000 too.
SESSION_COOKIE_AGE = 8 * 3600
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
