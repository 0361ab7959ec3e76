"""Programmes, projects and their pages from the files of facts."""

import json
from collections.abc import Mapping
from typing import Any

from wagtail.models import Page

from core.demo import COMPLETE, FACTS_FOLDER, by_language, facts, save_page, set_words, stored_sources
from core.taxonomy import Community
from directory.models.organisation import Organisation
from directory.models.structure import Structure
from home.beginning import first_home
from home.models.funding import Programme, ProgrammeWords, PublicityProfile, PublicityWords
from home.models.parts_of_projects import (
    ProjectOutput,
    ProjectOutputWords,
    ProjectStructure,
    SubProject,
    SubProjectWords,
    WorkPackage,
    WorkPackageWords,
)
from home.models.projects import BudgetLine, BudgetNote, Project, ProjectCode, ProjectPartner, ProjectWords
from home.pages import ProjectIndexPage, ProjectPage

INDEX = {
    "el": {"title": "Έργα", "summary": "Τι κάνει η πόλη για την κοινωνική συνοχή, και με ποια χρήματα."},
    "en": {"title": "Projects", "summary": "What the city does for social cohesion, and with what money."},
}
STANDINGS = {"active": Project.Standing.RUNNING, "ended": Project.Standing.ENDED, None: Project.Standing.CLOCK}
SCHEMES = {"Πρόσκληση": ProjectCode.Scheme.CALL}
MIS_SCHEMES = ("MIS/ΟΠΣ", "ΟΠΣ")


def load_projects() -> int:
    """Programmes with their rules of publicity, projects, and a page a language for each."""
    content = _programmes()
    _load_profiles(content["profiles"])
    for row in content["items"]:
        _load_programme(row)
    index = save_page(
        ProjectIndexPage,
        first_home(),
        slug={"el": "erga", "en": "projects"},
        words=INDEX,
        shared={"show_in_menus": False},
    )
    for row in facts("projects"):
        more = content["projects"][row["id"]]
        project = _load_project(row, more)
        _load_page(row, more["slug"], project, index["el"])
    return len(facts("projects"))


def _programmes() -> Mapping[str, Any]:
    return json.loads((FACTS_FOLDER / "programmes.json").read_text(encoding="utf-8"))


def _load_profiles(rows: list[Mapping[str, Any]]) -> None:
    for row in rows:
        fields = {name: row[name] for name in ("legal_basis", "legal_url", "names_fund", "place")}
        profile, _ = PublicityProfile.objects.update_or_create(slug=row["id"], defaults=fields)
        set_words(profile, PublicityWords, "profile", by_language(row["statement"], "statement"))


def _load_programme(row: Mapping[str, Any]) -> None:
    profile = PublicityProfile.objects.filter(slug=row["profile"]).first()
    programme, _ = Programme.objects.update_or_create(
        slug=row["id"],
        defaults={"period": row["period"], "publicity": profile, "pays_site": row["pays_site"]},
    )
    words = {language: {"name": row["name"][language], "funds": row["funds"][language]} for language in COMPLETE}
    set_words(programme, ProgrammeWords, "programme", words)


def _load_project(row: Mapping[str, Any], more: Mapping[str, Any]) -> Project:
    code = row["code"] or {}
    project, _ = Project.objects.update_or_create(
        slug=row["id"],
        defaults={
            "label": row["title"]["el"][:160],
            "official_title": row["official_title"],
            "mis": code["value"] if code.get("scheme") in MIS_SCHEMES else "",
            "programme": Programme.objects.get(slug=more["programme"]),
            "begins": row["period"]["from"] or "",
            "ends": row["period"]["to"] or "",
            "standing": STANDINGS[row["status"]],
            "sources": stored_sources(row["sources"], row["id"]),
        },
    )
    project.communities.set(Community.objects.filter(slug__in=row["communities"]))
    project.save()
    axis, responsible = more.get("axis") or {}, row["responsible"] or {}
    words = {
        language: {"axis": axis.get(language, ""), "responsible": responsible.get(language, "")}
        for language in COMPLETE
        if axis or responsible
    }
    set_words(project, ProjectWords, "project", words)
    _load_parts(project, row)
    return project


def _load_parts(project: Project, row: Mapping[str, Any]) -> None:
    """What hangs on a project; found again by its own number, code or place."""
    code = row["code"] or {}
    if code and not project.mis:
        ProjectCode.objects.update_or_create(
            project=project, scheme=SCHEMES.get(code["scheme"], "other"), defaults={"value": code["value"]}
        )
    for role, name in (("beneficiary", row["owner"]), ("operator", row["operator"])):
        body = Organisation.objects.filter(slug=name).first()
        if body:
            ProjectPartner.objects.get_or_create(project=project, organisation=body, role=role)
    if row["budget"] is not None:
        line, _ = BudgetLine.objects.update_or_create(
            project=project, kind="total", as_of="", defaults={"amount": row["budget"]}
        )
        set_words(line, BudgetNote, "line", by_language(row.get("budget_note") or {}, "note"))
    for place, sub in enumerate(row["sub_projects"]):
        _load_sub_project(project, place, sub)
    for place, package in enumerate(row["work_packages"]):
        made, _ = WorkPackage.objects.update_or_create(
            project=project,
            code=package["code"],
            defaults={"sort_order": place, "sub_project_number": package.get("sub_project")},
        )
        set_words(made, WorkPackageWords, "work_package", by_language(package["title"], "title"))
    titles = {source["key"]: source["title"] for source in row["sources"]}
    for place, figure in enumerate(row["figures"]):
        _load_output(project, place, figure, titles)
    for place, name in enumerate(row["structures"]):
        structure = Structure.objects.filter(slug=name).first()
        if structure:
            ProjectStructure.objects.update_or_create(
                project=project, structure=structure, defaults={"sort_order": place}
            )


def _load_sub_project(project: Project, place: int, sub: Mapping[str, Any]) -> None:
    basis = sub["basis"] or ""
    mode = SubProject.Mode.UNKNOWN
    if "αυτεπιστασία" in sub["title"]["el"]:
        mode = SubProject.Mode.OWN_MEANS
    elif basis.startswith("Ανοικτή διαδικασία"):
        mode, basis = SubProject.Mode.OPEN, basis.removeprefix("Ανοικτή διαδικασία, ")
    made, _ = SubProject.objects.update_or_create(
        project=project,
        number=sub["number"],
        defaults={"sort_order": place, "mode": mode, "legal_reference": basis},
    )
    set_words(made, SubProjectWords, "sub_project", by_language(sub["title"], "title"))


def _load_output(project: Project, place: int, figure: Mapping[str, Any], titles: Mapping[str, str]) -> None:
    words = figure["what"]
    about = words["en"].endswith(", about")
    euro = words["en"].startswith("euros, ")
    if about:
        words = {"el": words["el"].removesuffix(", περίπου"), "en": words["en"].removesuffix(", about")}
    if euro:
        words = {"el": words["el"].removeprefix("ευρώ, "), "en": words["en"].removeprefix("euros, ")}
    made, _ = ProjectOutput.objects.update_or_create(
        project=project,
        sort_order=place,
        defaults={
            "achieved": figure["value"],
            "about": about,
            "is_money": euro,
            "source": titles.get(figure["source_key"], ""),
        },
    )
    set_words(made, ProjectOutputWords, "output", by_language(words, "what"))


def _load_page(row: Mapping[str, Any], slug: Mapping[str, str], project: Project, index: Page) -> None:
    save_page(
        ProjectPage,
        index,
        slug=slug,
        words={
            language: {"title": row["title"][language], "summary": row["summary"][language][:200]}
            for language in COMPLETE
        },
        shared={"project_id": project.pk},
    )
