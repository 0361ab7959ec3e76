"""WSGI entry point for granian and other servers."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from portal.warming import warm_in_background  # noqa: E402 -- it needs the application's models

warm_in_background()
