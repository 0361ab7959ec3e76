"""The demo's landmarks: stations and stops, with the coordinates of their source."""

from core.demo import by_language, facts, set_words
from core.taxonomy import Community
from directory.models.landmark import Landmark, LandmarkWords


def load_landmarks() -> int:
    """All of the file of terms; how many there are."""
    communities = {term.slug: term for term in Community.objects.all()}
    rows = facts("taxonomy")["landmarks"]
    for row in rows:
        fields = {"lat": str(row["lat"]), "lon": str(row["lon"]), "community": communities.get(row["community"])}
        landmark, _made = Landmark.objects.update_or_create(slug=row["id"], defaults=fields)
        set_words(landmark, LandmarkWords, "landmark", by_language(row["name"], "name"))
    return len(rows)
