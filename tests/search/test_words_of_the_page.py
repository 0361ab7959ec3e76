"""What the page of results says, word for word, in five languages."""

import re
from dataclasses import replace

import pytest
from wagtail.models import Locale

from core.taxonomy import Need, NeedWords
from tests.search.conftest import THING

LANGUAGES = ("el", "en", "ar", "sq", "uk")
SAID = {
    "one result": ("συσσίτιο", (
        "1 αποτέλεσμα για «συσσίτιο»", "1 result for “συσσίτιο”", "نتيجة واحدة عن «συσσίτιο»",
        "1 rezultat për “συσσίτιο”", "1 результат за запитом «συσσίτιο»",
    )),
    "empty box": ("", (
        "Γράψτε μια λέξη ή διαλέξτε τι χρειάζεστε.", "Type a word or choose what you need.",
        "اكتب كلمة أو اختر ما تحتاجه.", "Shkruani një fjalë ose zgjidhni çfarë ju duhet.",
        "Введіть слово або виберіть, що вам потрібно.",
    )),
    "repaired": ("syss;itio", (
        "Αναζητήσαμε «συσσίτιο». Ψάξτε μόνο το «syss;itio».",
        "We searched for “συσσίτιο”. Search only for “syss;itio”.",
        "بحثنا عن «συσσίτιο». ابحث فقط عن «syss;itio».",
        "Kërkuam për “συσσίτιο”. Kërkoni vetëm për “syss;itio”.",
        "Ми шукали «συσσίτιο». Шукати лише «syss;itio».",
    )),
    "none": ("ελικόπτερο", (
        "Δεν βρήκαμε κάτι για «ελικόπτερο». Ο Κόμβος μπορεί να σας βοηθήσει στο 210 000 0000.",
        "We found nothing for “ελικόπτερο”. The Hub can help you: 210 000 0000.",
        "لم نجد شيئاً عن «ελικόπτερο». يمكن للمركز أن يساعدك: 210 000 0000.",
        "Nuk gjetëm asgjë për “ελικόπτερο”. Qendra mund t'ju ndihmojë: 210 000 0000.",
        "Ми нічого не знайшли за запитом «ελικόπτερο». Центр може вам допомогти: 210 000 0000.",
    )),
    "ways on": ("ελικόπτερο", (
        "Ζητήστε να σας καλέσουμε", "Ask us to call you", "اطلب أن نتصل بك", "Kërkoni t’ju telefonojmë",
        "Попросіть, щоб ми вам зателефонували",
    )),
    "danger": ("με χτυπάει ο άντρας μου", (
        "Κινδυνεύετε τώρα; Καλέστε το 112", "Are you in danger now? Call 112", "هل أنت في خطر الآن؟ اتصل على 112",
        "A jeni në rrezik tani? Telefononi 112", "Вам зараз загрожує небезпека? Телефонуйте 112",
    )),
    "too long": ("συσσίτιο " * 30, (
        "Κρατήσαμε τους πρώτους 200 χαρακτήρες.", "We kept the first 200 characters.", "أخذنا أول 200 حرف.",
        "Mbajtëm 200 shkronjat e para.", "Ми взяли перші 200 знаків.",
    )),
    "box": ("", ("Τι ψάχνετε;", "What are you looking for?", "عمّ تبحث؟", "Çfarë po kërkoni?", "Що ви шукаєте?")),
    "filters exclude all": ("συσσίτιο&need=home", (
        "Με αυτά τα φίλτρα δεν βρέθηκε κάτι. Χωρίς το «Στέγη»: 1.", "Nothing with these filters. Without “Στέγη”: 1.",
        "لا شيء بهذه المرشحات. بدون «Στέγη»: 1.", "Asgjë me këta filtra. Pa “Στέγη”: 1.",
        "За цими фільтрами нічого немає. Без «Στέγη»: 1.",
    )),
}  # fmt: skip
FOREIGN = ("", "in Greek", "باليونانية", "në greqisht", "грецькою")
CASES = [(name, number) for name in SAID for number in range(len(LANGUAGES))]


@pytest.fixture
def shelf(stock):
    stock(replace(THING, needs=("food",)))
    NeedWords.objects.create(term=Need.objects.create(slug="home", order=1), language="el", name="Στέγη")
    for language in LANGUAGES:
        Locale.objects.get_or_create(language_code=language)


def plain(client, language: str, query: str) -> str:
    """The words of the page, without marks, one space between them."""
    q, _, rest = query.partition("&")
    asked = {"q": q, **dict(pair.split("=") for pair in rest.split("&") if pair)}
    content = client.get("/search/" if language == "el" else f"/{language}/search/", asked).content.decode()
    inside = content[content.index("<main") : content.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", "", inside).replace("&#x27;", "'").split())


@pytest.mark.parametrize(("name", "number"), CASES, ids=[f"{name}, {LANGUAGES[number]}" for name, number in CASES])
def test_the_page_says_it_in_the_readers_language(client, shelf, name, number):
    query, sentences = SAID[name]
    assert sentences[number] in plain(client, LANGUAGES[number], query)


@pytest.mark.parametrize("number", range(1, 5))
def test_what_has_no_words_in_the_language_says_in_which_it_is(client, shelf, number):
    assert FOREIGN[number] in plain(client, LANGUAGES[number], "συσσίτιο")


def test_a_page_of_danger_offers_the_way_out_and_hides_what_was_typed(client, shelf):
    content = client.get("/search/", {"q": "με χτυπάει ο άντρας μου"}).content.decode()
    head = content[: content.index("<body")]
    assert "χτυπάει" not in head
    assert "data-exit" in content or 'class="leave' in content
    assert 'class="leave' not in client.get("/search/", {"q": "συσσίτιο"}).content.decode()


def test_the_page_has_one_first_heading_an_ordered_list_and_filters_in_a_form(client, shelf):
    content = client.get("/search/", {"q": "συσσίτιο"}).content.decode()
    assert content.count("<h1") == 1
    assert '<ol class="entries">' in content
    assert re.search(r'<form class="facets" id="filters" method="get"', content)
    assert content.index('class="facets"') < content.index('<ol class="entries">')
