"""The sentences about hours in Arabic; the reader is addressed as in the catalogue, in the singular.

A phone number in groups is isolated as left-to-right text (U+2066 … U+2069): without it a line that runs from right to
left would show its groups in reverse order.
"""

SENTENCES = {
    "open": "مفتوح الآن، حتى {until}.",
    "soon": "يغلق قريباً، {closing}.",
    "always": "مفتوح على مدار الساعة، كل يوم.",
    "closed": "مغلق الآن. يفتح {opens}.",
    "closed_today": "مغلق اليوم: {reason}.",
    "closed_today_bare": "مغلق اليوم.",
    "closed_until": "مغلق حتى نهاية {last_day}: {reason}.",
    "closed_until_bare": "مغلق حتى نهاية {last_day}.",
    "opens": "يفتح {opens}.",
    "announced": "تنبيه: مغلق {days}.",
    "paused": "مغلق مؤقتاً. لا نعرف بعد متى يفتح من جديد.",
    "season": "خارج الموسم. يفتح من جديد {again}.",
    "none": "مغلق. لم يُحدَّد يوم العمل القادم.",
    "not_started": "يبدأ العمل {opens}.",
    "not_started_day": "يبدأ العمل {first_day}.",
    "ended": "انتهى العمل {ended}.",
    "ended_bare": "انتهى العمل.",
    "appointment": "بموعد فقط.",
    "appointment_now": "بموعد فقط. اتصل الآن، حتى {until}.",
    "appointment_any": "بموعد فقط. اتصل في أي وقت.",
    "appointment_later": "بموعد فقط. اتصل {calls}.",
    "maybe": "ربما يكون مفتوحاً الآن. اتصل قبل الذهاب.",
    "unknown": "لا نعرف ساعات العمل. اتصل قبل الذهاب.",
    "unknown_hub": "لا نعرف ساعات العمل. اسأل المركز: \u2066{hub_phone}\u2069.",
    "unknown_bare": "لا نعرف ساعات العمل.",
    "emergency": "حالة طوارئ",
    "emergency_open": "مفتوح بسبب حالة طوارئ، حتى {until}.",
    "emergency_closed": "مغلق بسبب حالة طوارئ.",
    "line_open": "الخط يردّ الآن، حتى {until}.",
    "line_closed": "الخط لا يردّ الآن. اتصل {calls}.",
    "line_none": "الخط لا يردّ الآن.",
    "line_maybe": "ربما يردّ الخط الآن.",
    "line_always": "الخط يردّ على مدار الساعة، كل يوم.",
    "visit_now": "الوحدة هنا الآن، حتى {until}.",
    "visit_next": "الزيارة القادمة: {visit_day}، {visit_hours}.",
    "visit_none": "لم تُحدَّد الزيارة القادمة.",
    "today": "اليوم",
}

DAYS = {
    "closed": "مغلق",
    "appointment": "بموعد",
    "unknown": "لا نعرف",
    "perhaps": "(ربما)",
    "special": "ساعات خاصة",
}
