"""Near me in a real browser: the list is sorted there, and no request says where it is."""

import re
from urllib.parse import unquote

import pytest

from directory.models import Location, Structure

HERE = {"latitude": 37.948317, "longitude": 23.643719}
# Two to six decimals of the position, however they are written.
TOLD = re.compile(r"37[.,]94(8(3(1)?)?)?(?!\d*00)|23[.,]64(3(7(1)?)?)?")


def put_points():
    """Coordinates for two places of the demo, which has none; taken away afterwards."""
    places = list(Location.objects.filter(access_points__structure__pages__live=True).distinct()[:2])
    for place, (lat, lon) in zip(places, (("37.990000", "23.700000"), ("37.951000", "23.650000")), strict=True):
        Location.objects.filter(pk=place.pk).update(lat=lat, lon=lon)
    Structure.objects.first().save()  # what is remembered of places is dropped


def take_points():
    Location.objects.update(lat=None, lon=None)
    Structure.objects.first().save()


@pytest.fixture
def points(site):
    site.run(put_points)
    yield
    site.run(take_points)


def test_position_orders_the_list_and_leaves_the_device_in_no_request(site, points, open_page):
    page = open_page("/near/")
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation(HERE)
    asked = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''} {request.headers}"))
    page.locator("[data-near]").click()
    page.locator(".near-list li").first.wait_for()
    far = [
        float(text.replace(",", ".")) for text in re.findall(r"([\d,]+) χλμ", page.locator(".near-list").inner_text())
    ]
    assert far == sorted(far)
    assert [line for line in asked if "points.json" in line]
    assert [line for line in asked if TOLD.search(unquote(line))] == []


def test_refused_position_leads_to_landmarks(site, points, open_page):
    page = open_page("/near/")
    page.locator("[data-near]").click()
    page.get_by_text("Το κινητό σας δεν έδωσε τη θέση σας.").wait_for()
    assert page.locator("select[name=from] option").count() > 1
