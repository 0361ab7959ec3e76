"""Borders of the communities: taken from a city's file as a whole or not at all, simplified without gaps."""

import io
import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from core.cache.reads import collecting
from core.taxonomy import CommunityWords
from directory.geography.reading import MOST_BYTES, MOST_POINTS, MapRefused
from directory.models import CommunityOutline
from directory.selectors.outlines import extents, plan
from directory.services.outlines import read_borders, remove_outlines, replace_outlines
from tests.factories import borders
from tests.factories import directory as make

CODES = ("a", "b", "d")
SQUARE = [[[23.60, 37.92], [23.65, 37.92], [23.65, 37.95], [23.60, 37.95], [23.60, 37.92]]]
TURNED = [[[y, x] for x, y in ring] for ring in SQUARE]
GRID = [[[468_000.0, 4_199_000.0], [469_000, 4_199_000], [469_000, 4_200_000], [468_000, 4_199_000]]]
LINE = [[[23.60, 37.92], [23.61, 37.93], [23.62, 37.94], [23.60, 37.92]]]
POINT = {"type": "Feature", "properties": {"community": "d"}, "geometry": {"type": "Point", "coordinates": [23.6, 38]}}


def of_one(rings, code="d"):
    return {"type": "FeatureCollection", "features": [borders.feature(code, rings)]}


@pytest.fixture
def communities(db):
    for code, name in zip(CODES, ("Α΄ Κοινότητα", "Β΄ Κοινότητα", "Δ΄ Κοινότητα"), strict=True):
        make.community(code, name)


def points_of(outline):
    return {tuple(point) for polygon in outline.polygons for ring in polygon for point in ring}


def test_file_becomes_outlines_whose_neighbours_share_their_border(communities):
    read = read_borders(borders.written(borders.city(CODES, points=2000)))
    replace_outlines(read, by=None)
    west, middle, east = CommunityOutline.objects.all()
    assert (read.read, read.kept < 700) == (12_003, True)
    assert len(points_of(west) & points_of(middle)) > 20 and len(points_of(middle) & points_of(east)) > 20
    assert not points_of(west) & points_of(east)


def test_borders_that_two_offices_drew_beside_one_another_become_one(communities):
    # Eight metres of no man's land along the whole border.
    replace_outlines(read_borders(borders.written(borders.city(CODES, points=600, apart=0.00009))), by=None)
    west, middle, _east = CommunityOutline.objects.all()
    assert len(points_of(west) & points_of(middle)) > 20


@pytest.mark.parametrize("names", [("Α΄", "Β", "δ"), ("α΄ κοινοτητα", "Β΄ Κοινότητα", "D"), ("A", "b", "Δ΄")])
def test_file_may_name_communities_by_key_name_or_sign(communities, names):
    read = read_borders(borders.written(borders.city(names, named_by="KOINOTHTA")), named_by="KOINOTHTA")
    assert list(read.areas) == list(CODES)


def test_parts_of_a_community_are_joined_and_holes_stay(communities):
    whole = borders.city(CODES)
    hole = [[23.65, 37.94], [23.652, 37.94], [23.652, 37.943], [23.65, 37.943], [23.65, 37.94]]
    whole["features"][2]["geometry"]["coordinates"].append(hole)
    island = [[23.70, 37.90], [23.71, 37.90], [23.71, 37.91], [23.70, 37.91], [23.70, 37.90]]
    whole["features"].append(borders.feature("a", [island]))
    read = read_borders(borders.written(whole))
    assert [len(read.areas[code]["polygons"]) for code in CODES] == [2, 1, 1]
    assert len(read.areas["d"]["polygons"][0]) == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no_json"),
        (b"\xff\xfe{", "no_json"),
        (b"[" * 100_000, "no_json"),
        (b"PK\x03\x04rest", "zip"),
        (b"[1, 2]", "no_geojson"),
        (b'{"type": "Topology", "objects": {}}', "no_geojson"),
        (b'{"features": []}', "no_geojson"),
        (b'{"features": [1]}', "no_geojson"),
        (b" " * (MOST_BYTES + 1), "too_large"),
        (borders.written({"features": [{"type": "Feature", "properties": None}]}), "no_property"),
        (borders.written({"features": [{"properties": {"id": 3}, "geometry": None}]}), "no_property"),
        (borders.written(of_one(SQUARE, "Ω΄")), "unknown"),
        (borders.written(of_one(SQUARE, ["d"])), "unknown"),
        (borders.written({"features": [POINT]}), "no_polygon"),
        (borders.written({"features": [POINT | {"geometry": None}]}), "no_polygon"),
        (borders.written(of_one([])), "coordinates"),
        (borders.written(of_one([[[23.6, 37.9]]])), "coordinates"),
        (borders.written(of_one([[["23.6", "37.9"]] * 4])), "coordinates"),
        (borders.written(of_one([[[True, 37.9]] * 4])), "coordinates"),
        (borders.written(of_one([[23.6, 37.9, 23.7, 37.8]])), "coordinates"),
        (borders.written(of_one({"a": 1})), "coordinates"),
        (borders.written(of_one([[[float("nan"), 37.9]] * 4])), "coordinates"),
        (borders.written(of_one(SQUARE)), "missing"),
    ],
)
def test_bad_file_is_refused_with_a_sentence_and_nothing_is_written(communities, content, code):
    with pytest.raises(MapRefused) as refusal:
        read_borders(content)
    assert (refusal.value.code, len(refusal.value.messages[0]) > 20) == (code, True)
    assert not CommunityOutline.objects.exists()


@pytest.mark.parametrize(
    ("rings", "code"),
    [
        (TURNED, "swapped"),
        (GRID, "projection"),
        ([[[x - 20, y] for x, y in SQUARE[0]]], "outside"),
        (LINE, "no_area"),
        ([SQUARE[0] * (MOST_POINTS // 5 + 1)], "too_fine"),
    ],
)
def test_borders_at_a_wrong_place_are_refused(db, rings, code):
    make.community()
    with pytest.raises(MapRefused) as refusal:
        read_borders(borders.written(of_one(rings)))
    assert refusal.value.code == code


def test_communities_that_lie_on_one_another_are_refused(communities):
    whole = borders.city(CODES)
    whole["features"][1]["geometry"] = whole["features"][0]["geometry"]
    with pytest.raises(MapRefused) as refusal:
        read_borders(borders.written(whole))
    assert (refusal.value.code, refusal.value.params) == ("overlap", {"one": "a", "other": "b"})


def test_border_that_crosses_itself_is_untied(db):
    make.community()
    bow = [[[23.60, 37.92], [23.65, 37.95], [23.65, 37.92], [23.60, 37.95], [23.60, 37.92]]]
    read = read_borders(borders.written(of_one(bow)))
    assert len(read.areas["d"]["polygons"]) == 2


def test_new_file_replaces_the_old_one_and_its_pages_are_renewed(communities):
    with collecting() as reads:
        assert plan() is None
    assert "list:directory" in reads.tags
    make.outlines(*CODES)
    assert plan().source == "Πηγή παραδείγματος"
    make.outlines(*CODES, schematic=True)
    assert (CommunityOutline.objects.count(), plan().schematic) == (3, True)
    remove_outlines(by=None)
    assert plan() is None


def test_schematic_map_lies_nowhere(communities):
    make.outlines(*CODES, schematic=True)
    assert extents() == {}
    make.outlines(*CODES)
    shape = json.loads(extents()[CommunityOutline.objects.get(community__slug="d").community_id])
    assert shape["type"] == "MultiPolygon" and 23.5 < shape["coordinates"][0][0][0][0] < 23.7


def test_command_takes_a_file_or_says_why_not(communities, tmp_path):
    good, bad, said = tmp_path / "city.geojson", tmp_path / "bad.geojson", io.StringIO()
    good.write_bytes(borders.written(borders.city(CODES)))
    bad.write_bytes(borders.written(of_one(TURNED)))
    call_command("directory_shapes", str(good), "--dry-run", stdout=said)
    assert not CommunityOutline.objects.exists()
    call_command("directory_shapes", str(good), stdout=said)
    assert CommunityOutline.objects.count() == 3
    for path in (bad, tmp_path / "nowhere"):
        with pytest.raises(SystemExit) as end:
            call_command("directory_shapes", str(path), stdout=said, stderr=said)
        assert end.value.code == 1
    assert CommunityOutline.objects.count() == 3


def test_only_taking_a_file_loads_shapely():
    # 4 MB of memory that processes for readers do without: one module knows it, and is imported inside a function.
    using = {path for path in Path("directory").rglob("*.py") if re.search(r"^import shapely", path.read_text(), re.M)}
    assert using == {Path("directory/geography/fitting.py")}
    importing = "".join(path.read_text() for path in Path("directory").rglob("*.py"))
    assert re.findall(r"^( *)from directory.geography.fitting", importing, re.M) == ["    "]


def test_parts_that_overlap_leave_no_hole(db):
    make.community()
    shifted = [[[x + 0.01, y] for x, y in SQUARE[0]]]
    parts = {"features": [borders.feature("d", SQUARE), borders.feature("d", shifted)]}
    (polygon,) = read_borders(borders.written(parts)).areas["d"]["polygons"]
    assert len(polygon) == 1


def test_names_of_another_language_are_known(db):
    term = make.community()
    CommunityWords.objects.create(term=term, language="en", name="4th Municipal Community")
    assert list(read_borders(borders.written(of_one(SQUARE, "4th"))).areas) == ["d"]
