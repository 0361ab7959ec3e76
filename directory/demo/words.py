"""What the pages above the structures say before an editor changes them."""

INDEX_SLUGS = {"el": "domes", "en": "structures", "ar": "khadamat", "sq": "sherbime", "uk": "sluzhby"}
INDEX_WORDS = {
    "el": {
        "title": "Δομές",
        "summary": "Δομές, δράσεις και γραμμές βοήθειας: πού είναι, πότε ανοίγουν, ποιον βοηθούν.",
    },
    "en": {
        "title": "Structures",
        "summary": "Structures, actions and help lines: where they are, when they open, whom they help.",
    },
    "ar": {
        "title": "الخدمات",
        "summary": "خدمات ومبادرات وخطوط مساعدة: أين هي، ومتى تفتح، ومن تساعد.",
    },
    "sq": {
        "title": "Shërbimet",
        "summary": "Shërbime, veprime dhe linja ndihme: ku janë, kur hapen, kë ndihmojnë.",
    },
    "uk": {
        "title": "Служби",
        "summary": "Служби, ініціативи та лінії допомоги: де вони, коли відчинені, кому допомагають.",
    },
}
COMMUNITIES_SLUGS = {"el": "koinotites", "en": "communities", "ar": "dawair", "sq": "njesite", "uk": "hromady"}
COMMUNITIES_WORDS = {
    "el": {
        "title": "Δημοτικές Κοινότητες",
        "summary": "Τι υπάρχει σε κάθε Δημοτική Κοινότητα και τι έρχεται από όλη την πόλη.",
    },
    "en": {
        "title": "Municipal communities",
        "summary": "What there is in each municipal community, and what comes from the whole city.",
    },
    "ar": {
        "title": "الدوائر البلدية",
        "summary": "ماذا يوجد في كل دائرة بلدية، وماذا يأتي من كل المدينة.",
    },
    "sq": {
        "title": "Njësitë bashkiake",
        "summary": "Çfarë ka në secilën njësi bashkiake dhe çfarë vjen nga i gjithë qyteti.",
    },
    "uk": {
        "title": "Муніципальні громади",
        "summary": "Що є в кожній муніципальній громаді та що приходить з усього міста.",
    },
}
COVERAGE_WORDS = {
    "el": {
        "title": "Κάλυψη των Κοινοτήτων",
        "summary": "Με ποιους τρόπους φτάνει η βοήθεια σε κάθε Δημοτική Κοινότητα, και πού υπάρχει κενό.",
    },
    "en": {
        "title": "Coverage of the communities",
        "summary": "In which ways help reaches each municipal community, and where there is a gap.",
    },
}
MOBILE_WORDS = {
    "el": {
        "title": "Πότε έρχεται η κινητή μονάδα",
        "summary": "Πότε έρχεται στη γειτονιά σας όχημα με κοινωνικούς λειτουργούς.",
    },
    "en": {
        "title": "When the mobile unit comes",
        "summary": "When a vehicle with social workers comes to your neighbourhood.",
    },
}
MOBILE_NAMES = {"el": "Κινητή μονάδα (παράδειγμα)", "en": "Mobile unit (example)"}
MOBILE_NOTES = {
    "el": {"note": "Παράδειγμα: οι πραγματικές επισκέψεις δεν έχουν ανακοινωθεί."},
    "en": {"note": "Example: the real visits have not been announced."},
}
