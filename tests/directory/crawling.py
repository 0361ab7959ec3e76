"""The strict checker of HSDS let loose on the hub in this process."""

import json
from argparse import Namespace
from zoneinfo import ZoneInfo

from django.test import Client

from tests.contract.hsds import validate_hsds


class InProcess:
    """The checker's connection, without a server."""

    def __init__(self):
        self.client, self.bodies = Client(), []

    def call(self, path, params=None, method="GET", headers=None, body=None):
        query = {name: value for name, value in (params or {}).items() if value is not None}
        answer = self.client.generic(
            method,
            f"/api/hsds{path}",
            body or b"",
            content_type="application/json",
            query_params=query,
            headers=headers,
        )
        raw = answer.getvalue()
        self.bodies.append(raw)
        try:
            data = json.loads(raw)
        except ValueError:
            data = None
        return answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, raw, data


def crawl(language):
    options = Namespace(max_pages=1000, per_page=5, details=None)
    report = validate_hsds.Report()
    objects = validate_hsds.Objects(report, ZoneInfo("Europe/Athens"), (34.5, 19.0, 42.0, 30.0))
    found = validate_hsds.Crawl(InProcess(), report, objects, options)
    found.run(language)
    return found
