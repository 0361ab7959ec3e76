"""Words and readings that the files of facts leave to the loader: names of topics and parts, breaks, rounding.

Breaks and precision repeat what the notes of the files say in sentences.
"""

TOPICS = {
    "hub": ("Δράσεις στην πόλη", "Action in the city"),
    "population": ("Πληθυσμός", "Population"),
    "poverty": ("Φτώχεια", "Poverty"),
    "work": ("Εργασία", "Work"),
    "benefits": ("Επιδόματα", "Benefits"),
    "education": ("Εκπαίδευση", "Education"),
    "safety": ("Ασφάλεια", "Safety"),
}

DIMENSIONS = {
    "sex": ("Φύλο", "Sex"),
    "age": ("Ηλικία", "Age"),
    "benefit": ("Επίδομα", "Benefit"),
    "activity": ("Δράση", "Activity"),
    "level": ("Βαθμίδα", "Level"),
    "what": ("Είδος", "Kind"),
}

PARTS = {
    ("sex", "women"): ("Γυναίκες", "Women"),
    ("sex", "men"): ("Άνδρες", "Men"),
    ("age", "15-19"): ("15–19 ετών", "15–19 years"),
    ("age", "20-24"): ("20–24 ετών", "20–24 years"),
    ("age", "25-29"): ("25–29 ετών", "25–29 years"),
    ("age", "30-44"): ("30–44 ετών", "30–44 years"),
    ("age", "45-64"): ("45–64 ετών", "45–64 years"),
    ("age", "65+"): ("65 ετών και άνω", "65 years and over"),
    ("benefit", "guaranteed-minimum-income"): ("Ελάχιστο Εγγυημένο Εισόδημα", "Guaranteed Minimum Income"),
    ("benefit", "child-a21"): ("Επίδομα παιδιού (Α21)", "Child benefit (A21)"),
    ("benefit", "housing"): ("Επίδομα στέγασης", "Housing benefit"),
    ("benefit", "disability"): ("Αναπηρικά επιδόματα", "Disability benefits"),
    ("activity", "residents-contacted"): ("Κάτοικοι με τους οποίους έγινε επαφή", "Residents contacted"),
    ("activity", "social-histories"): ("Κοινωνικά ιστορικά", "Social histories"),
    ("activity", "street-work"): ("Εργασία στον δρόμο", "Street work"),
    ("activity", "consultations"): ("Διαβουλεύσεις", "Consultations"),
    ("level", "municipal-nurseries"): ("Δημοτικοί παιδικοί σταθμοί", "Municipal nurseries"),
    ("level", "preschool-primary"): ("Νηπιαγωγεία και δημοτικά", "Preschool and primary"),
    ("level", "secondary"): ("Γυμνάσια και λύκεια", "Secondary"),
    ("what", "people-at-counselling-centres"): ("Άτομα στα συμβουλευτικά κέντρα", "People at counselling centres"),
    ("what", "women-in-shelters"): ("Γυναίκες σε ξενώνες", "Women in shelters"),
    ("what", "calls-to-15900"): ("Κλήσεις στο 15900", "Calls to 15900"),
    ("what", "children-supported"): ("Παιδιά που στηρίχτηκαν", "Children supported"),
    ("what", "calls"): ("Κλήσεις", "Calls"),
}

BREAKS = {"arope": "2021", "arope-persons": "2021", "school-sets": "2023"}
ROUNDED = {
    ("arope-persons", "2025", ""),
    ("children-in-education", "2025-09", "preschool-primary"),
    ("children-in-education", "2025-09", "secondary"),
}
AT_LEAST = {
    ("violence-network", "2022-Q1", "people-at-counselling-centres"),
    ("violence-network", "2022-Q1", "calls-to-15900"),
}
KEY_FIGURES = ("population", "arope", "unemployment", "school-sets")
CITY = "EL-PIRAEUS"

LIMITS = {
    "el": "Τα ευρήματα γράφτηκαν με δικά μας λόγια, τα περισσότερα από περίληψη ή δημοσίευμα. "
    "Ανοίξτε το πρωτότυπο πριν στηριχτείτε σε ένα εύρημα.",
    "en": "The findings are in our own words, most of them after an abstract or a press report. "
    "Open the original before you build on a finding.",
}

INDEXES = {
    "studies": {
        "el": {
            "title": "Μελέτες",
            "summary": "Μελέτες και έρευνες για την κοινωνική ένταξη, με τα ευρήματά τους σε απλά λόγια.",
        },
        "en": {
            "title": "Studies",
            "summary": "Studies and surveys on social inclusion, with what they found in plain words.",
        },
    },
    "statistics": {
        "el": {
            "title": "Στοιχεία",
            "summary": "Αριθμοί για την πόλη και τη χώρα. Κάθε τιμή έχει την πηγή της και τίποτα δεν συμπληρώθηκε.",
        },
        "en": {
            "title": "Figures",
            "summary": "Numbers on the city and the country. Every value has its source and nothing was filled in.",
        },
    },
}
