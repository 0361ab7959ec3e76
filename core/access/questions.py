"""The question for readers without script: two small numbers in words, answered in words or digits."""

import secrets
import unicodedata

from django.utils import translation
from django.utils.translation import gettext as _

from core.text import without_accents

# Position is the number; what may be written beside it follows a stroke. Words of two parts are read without the space.
NUMBERS = {
    "el": "μηδέν ένα/μία/μια/ένας δύο/δυο τρία/τρεις τέσσερα/τέσσερις πέντε έξι επτά/εφτά οκτώ/οχτώ εννέα/εννιά δέκα "
    "έντεκα/ένδεκα δώδεκα δεκατρία/δεκατρείς δεκατέσσερα/δεκατέσσερις δεκαπέντε δεκαέξι/δεκάξι δεκαεπτά/δεκαεφτά "
    "δεκαοκτώ/δεκαοχτώ",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen",
    "ar": "صفر واحد اثنان/اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة أحدعشر اثناعشر ثلاثةعشر أربعةعشر خمسةعشر "
    "ستةعشر سبعةعشر ثمانيةعشر",
    "sq": "zero një dy tre/tri katër pesë gjashtë shtatë tetë nëntë dhjetë njëmbëdhjetë dymbëdhjetë trembëdhjetë "
    "katërmbëdhjetë pesëmbëdhjetë gjashtëmbëdhjetë shtatëmbëdhjetë tetëmbëdhjetë",
    "uk": "нуль один/одна/одне два/дві три чотири п’ять/п'ять/пять шість сім вісім дев’ять/дев'ять/девять десять "
    "одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять/п'ятнадцять/пятнадцять шістнадцять сімнадцять "
    "вісімнадцять",
}
WORDS = {language: [names.split("/") for names in text.split()] for language, text in NUMBERS.items()}
SMALLEST, LARGEST = 1, 9


def two_numbers() -> tuple[int, int]:
    span = LARGEST - SMALLEST + 1
    return SMALLEST + secrets.randbelow(span), SMALLEST + secrets.randbelow(span)


def sentence(first: int, second: int, language: str) -> str:
    """The question in a language; numbers in digits where the hub knows no words for them."""
    words = WORDS.get(language)
    named = [words[number][0] if words else str(number) for number in (first, second)]
    with translation.override(language):
        return _("How much is %(first)s and %(second)s? Write it in digits or letters.") % {
            "first": named[0],
            "second": named[1],
        }


def is_right(expected: int, answer: str) -> bool:
    """Digits of any script, or the word of any language the hub knows, with or without accents."""
    written = "".join(answer.split())[:40]
    if written and all(unicodedata.decimal(sign, None) is not None for sign in written):
        return int(written) == expected
    names = {without_accents(name) for words in WORDS.values() for name in words[expected]}
    return without_accents(written) in names
