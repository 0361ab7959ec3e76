"""Rows of home for tests: whole and honest, with as few arguments as the test cares about."""

from datetime import datetime, timedelta

from home.models.alerts import Alert, AlertWords
from home.models.funding import Programme, ProgrammeWords, PublicityProfile, PublicityWords
from home.models.projects import Project
from home.pages import HomePage, LegalPage, ProjectIndexPage, ProjectPage, StandardPage


def alert(
    *, begins: datetime, level: str = "info", days: float = 1, heading: str = "Ανακοίνωση", **fields: object
) -> Alert:
    """An alert in Greek and English."""
    made = Alert.objects.create(level=level, show_from=begins, show_until=begins + timedelta(days=days), **fields)
    AlertWords.objects.create(alert=made, language="el", heading=heading, text="Κλειστά την Τρίτη.")
    AlertWords.objects.create(alert=made, language="en", heading=f"{heading} en", text="Closed on Tuesday.")
    return made


def standard_page(home: HomePage, *, title: str = "Ο Κόμβος", slug: str = "o-kombos", **fields: object) -> StandardPage:
    """A live page of text below a home page."""
    home.refresh_from_db()
    return home.add_child(instance=StandardPage(title=title, slug=slug, locale=home.locale, **fields))


def legal_page(home: HomePage, kind: str, **fields: object) -> LegalPage:
    """A live page that the law demands below a home page."""
    home.refresh_from_db()
    return home.add_child(instance=LegalPage(title=kind.title(), slug=kind, kind=kind, locale=home.locale, **fields))


def programme(*, slug: str = "attica", pays_site: bool = False) -> Programme:
    """A programme with its rules of publicity, in Greek and English."""
    profile = PublicityProfile.objects.create(slug=f"{slug}-rules")
    PublicityWords.objects.create(
        profile=profile, language="el", statement="Με τη συγχρηματοδότηση της Ευρωπαϊκής Ένωσης"
    )
    PublicityWords.objects.create(profile=profile, language="en", statement="Co-funded by the European Union")
    made = Programme.objects.create(slug=slug, publicity=profile, pays_site=pays_site)
    ProgrammeWords.objects.create(programme=made, language="el", name="Πρόγραμμα «Αττική» 2021–2027")
    ProgrammeWords.objects.create(programme=made, language="en", name="Programme “Attica” 2021–2027")
    return made


def project(*, slug: str, programme: Programme | None = None, **fields: object) -> Project:
    """A project of a programme, with nothing known about it but what the test says."""
    payer = programme or Programme.objects.get_or_create(slug="national", period="national")[0]
    return Project.objects.create(slug=slug, programme=payer, label=str(fields.pop("label", slug)), **fields)


def project_page(home: HomePage, project: Project, *, title: str = "Έργο") -> ProjectPage:
    """A live page of a project, in the list of projects below a home page."""
    index = ProjectIndexPage.objects.child_of(home).first()
    if index is None:
        home.refresh_from_db()
        index = home.add_child(instance=ProjectIndexPage(title="Projects", slug="projects", locale=home.locale))
    page = ProjectPage(title=title, slug=project.slug, project=project, locale=home.locale)
    return index.add_child(instance=page)
