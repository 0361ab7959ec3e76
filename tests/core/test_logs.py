"""A log line helps the operator and betrays nobody."""

import json
import logging
import sys

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from core.logs import REQUEST_ID, JsonFormatter, RequestIdMiddleware, without_personal_data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("to maria.k@example.org failed", "to [mail] failed", id="mail"),
        pytest.param("from 192.0.2.77", "from 192.0.2.0", id="IPv4"),
        pytest.param("from 2001:db8:1:2::7", "from 2001:db8:1::", id="IPv6"),
        pytest.param("caller 210 000 0000 asked", "caller [number] asked", id="phone"),
        pytest.param("caller +302100000000", "caller [number]", id="phone with country"),
        pytest.param("GET /search/?q=shelter 500", "GET /search/?[query] 500", id="what somebody searched"),
        pytest.param("page 1234 in 0.52 s", "page 1234 in 0.52 s", id="plain numbers"),
        pytest.param("2026-11-24 10:00:00", "2026-11-24 10:00:00", id="a date is no phone"),
    ],
)
def test_line_tells_nothing_about_a_person(text, expected):
    assert without_personal_data(text) == expected


def record(message, fault=None):
    return logging.LogRecord("hub", logging.ERROR, __file__, 1, message, (), fault)


def test_line_is_one_json_object_with_the_number_of_its_request():
    token = REQUEST_ID.set("abcd1234")
    line = JsonFormatter().format(record("λάθος\nσε δύο γραμμές"))
    REQUEST_ID.reset(token)
    assert "\n" not in line
    found = json.loads(line)
    assert (found["message"], found["level"], found["request"]) == ("λάθος\nσε δύο γραμμές", "error", "abcd1234")


def test_fault_is_written_without_the_person_in_it():
    try:
        raise ValueError("maria@example.org")
    except ValueError:
        line = JsonFormatter().format(record("failed", sys.exc_info()))
    assert json.loads(line)["fault"].endswith("ValueError: [mail]")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        pytest.param("proxy-number-1", True, id="the proxy's own"),
        pytest.param('x"}\n{"level": "fake', False, id="an attempt to write lines"),
    ],
)
def test_request_has_a_number_while_it_is_answered(sent, kept):
    seen = []

    def answer(_request):
        seen.append(REQUEST_ID.get())
        return HttpResponse()

    request = RequestFactory().get("/", headers={"X-Request-ID": sent.replace("\n", " ")})
    response = RequestIdMiddleware(answer)(request)
    assert (seen[0] == sent) is kept
    assert seen[0]
    assert REQUEST_ID.get() == ""
    assert "X-Request-ID" not in response
