"""Production: everything from the environment, and no start while something is missing or unsafe.

A variable may also be given as a file: NAME_FILE holds the path of the file with the value of NAME.
"""

import os

import environ
from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403 -- a settings module extends the base as a whole
from .base import LOGGING, VAR
from .demands import problems

env = environ.FileAwareEnv()
GIVEN = {
    name: env.str(name, "")
    for name in (
        "DEBUG",
        "HUB_SECRET_KEY",
        "HUB_FIELD_KEYS",
        "HUB_HOSTS",
        "HUB_ADDRESS",
        "DATABASE_URL",
        "EMAIL_URL",
        "HUB_MAIL_FROM",
    )
}
if PROBLEMS := problems(GIVEN):
    raise ImproperlyConfigured("The hub does not start:\n" + "\n".join(f"  · {problem}" for problem in PROBLEMS))

DEBUG = False
SECRET_KEY = GIVEN["HUB_SECRET_KEY"]
SECRET_KEY_FALLBACKS = env.list("HUB_OLD_SECRET_KEYS", default=[])
HUB_FIELD_KEYS = GIVEN["HUB_FIELD_KEYS"].replace(",", " ").split()
HUB_PROXIES = env.int("HUB_PROXIES", 1)
ALLOWED_HOSTS = env.list("HUB_HOSTS")
WAGTAILADMIN_BASE_URL = GIVEN["HUB_ADDRESS"].rstrip("/")
CSRF_TRUSTED_ORIGINS = [WAGTAILADMIN_BASE_URL]

DATABASES = {"default": env.db("DATABASE_URL") | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
# A database host that is gone must not hold the request that finds it out.
DATABASES["default"]["OPTIONS"] = {"connect_timeout": 3} | DATABASES["default"].get("OPTIONS", {})
# Without Redis each process keeps its own level of the page cache; purges travel through the database.
if REDIS := env.str("REDIS_URL", ""):
    CACHES = {
        "default": {
            "BACKEND": "core.cache.backends.RedisCache",
            "LOCATION": REDIS,
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    }
HUB_HEALTH_TOKEN = env.str("HUB_HEALTH_TOKEN", "")

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Never below the media that a proxy serves.
    "documents": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        # Text, for it goes into the queue when a document is deleted.
        "OPTIONS": {"location": env.str("HUB_DOCUMENTS_ROOT", str(VAR / "documents"))},
    },
    "staticfiles": {"BACKEND": "portal.storage.HubStaticFilesStorage"},
}
STATIC_ROOT = env.path("HUB_STATIC_ROOT", default=str(VAR / "static"))()
MEDIA_ROOT = env.path("HUB_MEDIA_ROOT", default=str(VAR / "media"))()
# One folder for all processes of the machine; it may be lost: manage.py search_rebuild.
SEARCH_INDEX_FOLDER = env.path("HUB_SEARCH_FOLDER", default=str(VAR / "search"))()

HUB_ELASTICSEARCH_KEY = env.str("HUB_ELASTICSEARCH_KEY", "")

vars().update(env.email("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = GIVEN["HUB_MAIL_FROM"]
EMAIL_TIMEOUT = 20

# HTTPS only, cookies of staff never in clear text.
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("HUB_HSTS_SECONDS", 365 * 24 * 3600)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-hub"
CSRF_COOKIE_NAME = "__Host-hub-csrf"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
HUB_SECOND_FACTOR = env.bool("HUB_SECOND_FACTOR", True)

LOGGING = LOGGING | {
    "formatters": {"json": {"()": "core.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": os.environ.get("HUB_LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
