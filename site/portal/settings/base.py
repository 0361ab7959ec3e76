"""What holds in every environment. Demo, test and production add the rest."""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parents[3]
SITE = ROOT / "site"
# Everything that a running hub writes, unless a setting says otherwise.
VAR = Path(os.environ.get("HUB_VAR", ROOT / "var"))

INSTALLED_APPS = [
    "portal.apps.PortalConfig",
    "home",
    "network",
    "consultations",
    "news",
    "studies",
    "directory",
    "search",
    "core",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    # First: a kept answer leaves before anything else runs (decision 0002).
    "core.cache.middleware.PageCacheMiddleware",
    "core.logs.RequestIdMiddleware",
    "core.security.SecurityHeadersMiddleware",
    "core.security.ContentPolicyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.maintenance.MaintenanceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "core.accounts.middleware.StaffSessionMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.cache.middleware.CachedRedirectMiddleware",
]

# Who sends it may read /healthz without signing in; empty: only staff may.
HUB_HEALTH_TOKEN = os.environ.get("HUB_HEALTH_TOKEN", "")
HUB_PAGE_CACHE = os.environ.get("HUB_PAGE_CACHE") != "0"
# How long a kept page lives at most; most are renewed earlier, by a purge or at a moment they name.
HUB_PAGE_SECONDS = int(os.environ.get("HUB_PAGE_SECONDS", "3600"))
# Names the release in the shared cache, so that a new one never shows pages of the old one.
HUB_RELEASE = os.environ.get("HUB_RELEASE", "")
# How many proxies of ours stand before the hub: so many entries of X-Forwarded-For are true, counted from the end.
HUB_PROXIES = int(os.environ.get("HUB_PROXIES", "0"))
# Test sites ask robots to stay away.
HUB_INDEXED = os.environ.get("HUB_INDEXED") != "0"

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "core.templatetags.hub_formats",
            ],
        },
    }
]

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Languages. Greek, the default, has no prefix; the others live under /en/, /ar/, /sq/, /uk/.
LANGUAGE_CODE = "el"
LANGUAGES = [
    ("el", _("Greek")),
    ("en", _("English")),
    ("ar", _("Arabic")),
    ("sq", _("Albanian")),
    ("uk", _("Ukrainian")),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
# What everybody in the city must be able to read (alerts, emergencies) is not given out before it is written in these.
HUB_NEEDED_LANGUAGES = ("el", "en")
# Own names are never translated: a reader looks for the language in that language.
LANGUAGE_NAMES = {
    "el": "Ελληνικά",
    "en": "English",
    "ar": "العربية",
    "sq": "Shqip",
    "uk": "Українська",
}
# Which language stands in when words are missing.
LANGUAGE_FALLBACKS = {
    "el": ("el",),
    "en": ("en", "el"),
    "ar": ("ar", "en", "el"),
    "sq": ("sq", "el", "en"),
    "uk": ("uk", "en", "el"),
}
LOCALE_PATHS = [SITE / "locale"]
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Athens"
FORMAT_MODULE_PATH = ["portal.formats"]

# Where the pages for a broken server are written, and read from (manage.py error_pages).
HUB_ERROR_PAGES = VAR / "errors"
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [SITE / "static"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"

# The admin greets by the hub's own name where it knows it; this one stands where there is none yet.
WAGTAIL_SITE_NAME = _("Social hub")
WAGTAILADMIN_PERMITTED_LANGUAGES = [("el", "Ελληνικά"), ("en", "English")]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]
# What forms of the admin show is among what `portal.formats` takes.
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Old is no fault of a page: what is overdue is said by the desk of checks.
WAGTAIL_AGING_PAGES_ENABLED = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
# Live status of a translation is a person's decision, never a side effect of sending.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Readers search an index of their own; Wagtail's serves the admin only. The folder may be lost: it is rebuilt.
SEARCH_INDEX_FOLDER = VAR / "search"
# An Elasticsearch 8 finds candidates while it answers; without an address the hub needs none.
HUB_ELASTICSEARCH = os.environ.get("HUB_ELASTICSEARCH", "")
HUB_ELASTICSEARCH_NAME = os.environ.get("HUB_ELASTICSEARCH_NAME", "hub")
HUB_ELASTICSEARCH_CERTIFICATE = os.environ.get("HUB_ELASTICSEARCH_CERTIFICATE", "")
HUB_ELASTICSEARCH_KEY = ""
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

WAGTAILIMAGES_IMAGE_MODEL = "core.HubImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.media_forms.HubImageForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "gif"]
WAGTAILDOCS_DOCUMENT_MODEL = "core.HubDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.media_forms.HubDocumentForm"
# A view decides who may read a document; no storage ever does.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "odt", "xlsx", "ods", "csv", "pptx", "odp", "txt"]
# There while `manage.py maintenance on` holds on this machine.
HUB_MAINTENANCE_FLAG = VAR / "maintenance.json"
HUB_DOCUMENT_MAX_SIZE = 50 * 1024 * 1024

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# How long a failed task waits before each further attempt; after the last one it is a dead letter.
HUB_QUEUE_WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 1440)]

HUB_ADMIN_PATH = os.environ.get("HUB_ADMIN_PATH", "admin/")
CSRF_FAILURE_VIEW = "core.errors.csrf_failure"

# Signing in (decision 0060): allauth's pages instead of Wagtail's. Production demands a second factor of staff.
HUB_SECOND_FACTOR = os.environ.get("HUB_SECOND_FACTOR") == "1"
HUB_SESSION_LONGEST = timedelta(hours=8)
SESSION_COOKIE_AGE = 30 * 60  # since somebody did something
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
ACCOUNT_ADAPTER = "core.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# Failures are counted in the database, for all processes (core.accounts.limits).
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
MFA_ADAPTER = "core.accounts.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # administrators make the accounts
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 1  # clocks of old phones

# Readers: own files only, nothing inline. The admin of Wagtail 7.4 writes script and style into its pages
# (date fields, inline panels), shows previews in a frame, and pictures before they are uploaded.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
HUB_ADMIN_CONTENT_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF, "data:"],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
    "manifest-src": [SELF],
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SILENCED_SYSTEM_CHECKS: list[str] = []

# A fault is seen where the process was started, in every environment.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["console"], "level": "WARNING", "propagate": False}},
}
