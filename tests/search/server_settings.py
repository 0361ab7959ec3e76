"""Settings of the servers that tests of search start: one index for all of them."""

import os
from pathlib import Path

from tests.core.cache.server_settings import *  # noqa: F403 -- a settings module extends the base as a whole

SEARCH_INDEX_FOLDER = Path(os.environ["HUB_SEARCH_FOLDER"])
