"""The guided finder: at most four questions, always a door, and it says what it gave up."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from core.snapshot import clear_snapshots
from directory.finder import MOST_QUESTIONS, by_suits, dead_ends, next_question, outcome, paths, places_of
from directory.finder_checks import check_finder, finder_health
from directory.models import FinderQuestion, Structure
from directory.selectors.finder import finder
from tests.factories import directory as make

TODAY = date(2027, 5, 4)


@pytest.fixture
def index(home):
    return make.index_page(home)


@pytest.fixture
def questions(index):
    """Four questions; food and beds for everyone by phone, food for children on the spot in one community."""
    make.finder_question(
        "need",
        food={"needs": [make.need("food", "Φαγητό")]},
        bed={"needs": [make.need("housing", "Στέγη")]},
    )
    make.finder_question(
        "who",
        me={},
        child={"groups": [make.group("children", "Παιδιά")], "also_groups": [make.group()]},
        older={"groups": [make.group("elderly", "Ηλικιωμένοι")]},
    )
    make.finder_question("how", phone={"channels": ["phone"]}, go={"channels": ["place"]}, write={"channels": ["text"]})
    make.community("d"), make.community("e", "Ε΄ Δημοτική Κοινότητα")
    make.finder_question("where", community={"area": "communities"}, city={"area": "city"}, beyond={"area": "beyond"})
    for name, need in (("pantry", "food"), ("hostel", "housing")):
        helped(index, name, need, "phone")
    helped(index, "meals", "food", "place", group="children", community="d")
    return index


def helped(index, name, need, channel, *, group="everyone", community="", **fields):
    """A structure with a page, one way in, one need, one group."""
    made = make.structure(name, **fields)
    made.needs.set([make.need(need)])
    made.target_groups.set([make.group(group)])
    made.save()
    point = make.access_point(made, channel, citywide=not community)
    if community:
        point.communities.set([make.community(community)])
        point.save()
    if channel == "phone":
        make.line(point)
    make.structure_page(index, made, title=name)
    return made


def read():
    return finder("el", TODAY)


def ends(**given):
    """Names of what fits, names of what is wider, what was given up."""
    found, asked = outcome(read(), given), read()
    names = dict(Structure.objects.values_list("pk", "label"))

    def named(bits):
        return [names[pk] for place, pk in enumerate(asked.structures) if bits >> place & 1]

    return named(found.fits), named(found.wider), tuple(map(str, found.given_up))


def test_groups_by_suits_are_those_of_counting_each():
    made = (0b1100, 0b1010, 0b1001)
    groups = by_suits(0b1111, made)
    counted = {place: sum(mask >> place & 1 for mask in made) for place in range(4)}
    assert {place: 3 - number for number, group in enumerate(groups) for place in places_of(group)} == counted


def test_every_path_asks_at_most_four_questions_and_ends_at_a_structure(questions):
    walked = list(paths(read()))
    assert len(walked) > 50
    assert max(len(path) for path in walked) <= MOST_QUESTIONS
    assert dead_ends(read()) == []


def test_check_names_the_path_that_ends_without_a_structure(questions):
    Structure.objects.filter(slug="hostel").update(status="paused")
    clear_snapshots()
    assert [warning.id for warning in check_finder(None, databases=["default"])] == ["directory.W001"]
    assert "need=bed" in check_finder(None, databases=["default"])[0].msg
    assert finder_health() == ("degraded", "1 paths end without a structure, the first: need=bed")


def test_question_that_changes_nothing_is_not_asked(questions):
    assert next_question(read(), {"need": "food"}).aspect == "who"
    assert next_question(read(), {"need": "bed"}) is None


def test_place_is_given_up_first_then_the_channel_then_the_group(questions):
    assert ends(need="food", how="phone", where="d") == (["pantry"], [], ("where",))
    assert ends(need="food", how="write", where="d") == (["meals"], ["pantry"], ("how",))
    assert ends(need="food", who="older", how="write", where="e") == (["pantry"], [], ("where", "how", "who"))


def test_what_stands_in_the_community_comes_before_what_serves_the_city(questions):
    assert ends(need="food", where="d") == (["meals"], ["pantry"], ())


def test_what_serves_another_community_alone_is_the_last_resort(index, questions):
    assert ends(need="food", how="go", where="e") == (["pantry"], [], ("where", "how"))


@pytest.mark.parametrize(
    "fields",
    [{"status": "ended"}, {"status": "paused"}, {"valid_from": date(2027, 6, 1)}, {"valid_to": date(2027, 5, 3)}],
    ids=["ended", "paused", "not begun", "over"],
)
def test_what_helps_nobody_today_is_no_door(index, questions, fields):
    helped(index, "late", "food", "phone", **fields)
    assert "late" not in ends(need="food")[0]


def test_second_question_about_the_same_is_refused_by_the_database(questions):
    with pytest.raises(IntegrityError), transaction.atomic():
        FinderQuestion.objects.create(slug="again", aspect="need")


@pytest.fixture
def address(home, questions):
    make.finder_page(home)
    return "/voitheia/"


def test_result_shows_the_first_door_with_its_reasons_and_says_what_it_gave_up(client, address):
    body = client.get(f"{address}?need=food&who=me&how=phone&where=d").content.decode()
    assert "Για την περιοχή σας (Δ΄\u00a0Δημοτική Κοινότητα) δεν βρήκαμε κάτι. Αυτό εξυπηρετεί όλο τον Δήμο:" in body
    door = body.split('<article class="door', 1)[1].split("</article>", 1)[0]
    assert "pantry" in door
    assert "Φαγητό" in door
    assert 'href="tel:+302100000000"' in door


def test_foreign_codes_begin_at_the_first_question_with_what_is_known(client, address):
    body = client.get(f"{address}?need=xyz&how=phone").content.decode()
    assert "Ερώτηση need;" in body
    assert '<input name="how" type="hidden" value="phone">' in body
    assert "xyz" not in body.split("<main", 1)[1].split("</main>", 1)[0]


def test_form_sent_without_an_answer_says_so_and_keeps_the_others(client, address):
    body = client.get(f"{address}?need=food&ask=who").content.decode()
    assert 'role="alert"' in body
    assert '<input name="need" type="hidden" value="food">' in body
    assert 'role="alert"' not in client.get(f"{address}?need=food").content.decode()


def test_nothing_at_all_still_ends_at_the_phone_of_the_hub(client, home):
    make.finder_page(home)
    body = client.get("/voitheia/").content.decode()
    assert 'href="tel:+302100000000"' in body.split("<main", 1)[1].split("</main>", 1)[0]


@pytest.mark.parametrize("query", ["", "?need=food", "?need=food&who=me&how=phone&where=d"])
def test_numbers_for_danger_are_on_every_step(client, address, query):
    line = make.line(make.access_point(make.structure("sos"), "phone"), "15900", in_danger=True)
    assert line.in_danger
    main = client.get(address + query).content.decode().split("<main", 1)[1]
    assert 'href="tel:112"' in main
    assert 'href="tel:15900"' in main


@pytest.mark.parametrize("count", [1, 50])
def test_step_and_result_cost_the_same_for_one_and_fifty(client, index, address, count, django_assert_max_num_queries):
    for number in range(count):
        helped(index, f"more-{number}", "food", "phone")
    client.get(f"{address}?need=food&who=0&how=0&where=0")
    for query in ("", "?need=food&who=me&how=phone&where=d"):
        with django_assert_max_num_queries(12):
            assert client.get(address + query).status_code == 200
