"""Ready sentences for emergencies, and how each language says until when.

A language that the hub has and this table has not is written by hand when it happens, or lent by the nearest one.
"""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from core.languages import nearest
from core.when import speech

UNTIL = {"el": "έως", "en": "until", "ar": "حتى", "sq": "deri", "uk": "до"}
DRILL = {"el": "ΑΣΚΗΣΗ", "en": "DRILL", "ar": "تمرين", "sq": "STËRVITJE", "uk": "НАВЧАННЯ"}

READY: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "heat": {
        "el": ("Καύσωνας", "Δροσεροί χώροι είναι ανοιχτοί: δείτε πού."),
        "en": ("Heatwave", "Cool places are open: see where."),
        "ar": ("موجة حر", "الأماكن المبرّدة مفتوحة: انظروا أين."),
        "sq": ("Valë e nxehtë", "Vende të freskëta janë të hapura: shihni ku."),
        "uk": ("Спека", "Прохолодні приміщення відчинені: подивіться де."),
    },
    "cold": {
        "el": ("Ψύχος", "Θερμαινόμενοι χώροι είναι ανοιχτοί: δείτε πού."),
        "en": ("Cold", "Heated places are open: see where."),
        "ar": ("برد شديد", "الأماكن المدفّأة مفتوحة: انظروا أين."),
        "sq": ("I ftohtë", "Vende të ngrohta janë të hapura: shihni ku."),
        "uk": ("Сильний холод", "Обігріті приміщення відчинені: подивіться де."),
    },
    "flood": {
        "el": ("Πλημμύρα", "Μείνετε μακριά από ρέματα και υπόγεια. Ασφαλείς χώροι είναι ανοιχτοί: δείτε πού."),
        "en": ("Flood", "Keep away from streams and basements. Safe places are open: see where."),
        "ar": ("فيضان", "ابتعدوا عن مجاري المياه والأقبية. الأماكن الآمنة مفتوحة: انظروا أين."),
        "sq": ("Përmbytje", "Qëndroni larg përrenjve dhe bodrumeve. Vende të sigurta janë të hapura: shihni ku."),
        "uk": ("Повінь", "Тримайтеся подалі від потоків і підвалів. Безпечні місця відчинені: подивіться де."),
    },
    "quake": {
        "el": ("Σεισμός", "Μείνετε σε ανοιχτό χώρο, μακριά από κτίρια. Δείτε πού συγκεντρωνόμαστε."),
        "en": ("Earthquake", "Stay in the open, away from buildings. See where people gather."),
        "ar": ("زلزال", "ابقوا في مكان مفتوح بعيدًا عن المباني. انظروا أين نتجمّع."),
        "sq": ("Tërmet", "Qëndroni në vend të hapur, larg ndërtesave. Shihni ku mblidhemi."),
        "uk": ("Землетрус", "Залишайтеся просто неба, подалі від будівель. Подивіться, де збираються люди."),
    },
    "fire": {
        "el": ("Πυρκαγιά", "Κλείστε πόρτες και παράθυρα, ακούστε τις οδηγίες. Ασφαλείς χώροι: δείτε πού."),
        "en": ("Fire", "Close doors and windows, follow instructions. Safe places: see where."),
        "ar": ("حريق", "أغلقوا الأبواب والنوافذ واتبعوا التعليمات. الأماكن الآمنة: انظروا أين."),
        "sq": ("Zjarr", "Mbyllni dyert dhe dritaret, ndiqni udhëzimet. Vende të sigurta: shihni ku."),
        "uk": ("Пожежа", "Зачиніть двері та вікна, виконуйте вказівки. Безпечні місця: подивіться де."),
    },
    "health": {
        "el": ("Κίνδυνος για την υγεία", "Δείτε πού θα βρείτε βοήθεια και τι να προσέξετε."),
        "en": ("Danger to health", "See where to find help and what to watch out for."),
        "ar": ("خطر على الصحة", "انظروا أين تجدون المساعدة وما الذي يجب الانتباه إليه."),
        "sq": ("Rrezik për shëndetin", "Shihni ku gjeni ndihmë dhe për çfarë të keni kujdes."),
        "uk": ("Небезпека для здоров’я", "Подивіться, де знайти допомогу і на що зважати."),
    },
    "other": {
        "el": ("Έκτακτη ανάγκη", "Χώροι βοήθειας είναι ανοιχτοί: δείτε πού."),
        "en": ("Emergency", "Places that help are open: see where."),
        "ar": ("حالة طوارئ", "أماكن المساعدة مفتوحة: انظروا أين."),
        "sq": ("Gjendje e jashtëzakonshme", "Vendet e ndihmës janë të hapura: shihni ku."),
        "uk": ("Надзвичайна ситуація", "Місця допомоги відчинені: подивіться де."),
    },
}


def heading(title: str, until: datetime, at: datetime, language: str, *, drill: bool = False) -> str:
    """ "Heatwave until Friday at 22:00." on the hub's clock; a drill says first that it is one."""
    end, today = timezone.localtime(until), timezone.localdate(at)
    said = f"{title} {nearest(UNTIL, language)} {speech(language).until(end, today)}."
    return f"{nearest(DRILL, language)}: {said}" if drill else said
