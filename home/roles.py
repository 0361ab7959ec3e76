"""Roles as data: who may do what, written here and nowhere else (`manage.py roles_sync` makes it so).

Nobody deletes a fact that readers know: it ends. So no role holds a right to delete snippets.
"""

from django.conf import settings
from wagtail.snippets.models import get_snippet_models

from core.hooks import Role
from core.languages import codes

LOOK, WRITE = ("view",), ("view", "add", "change")
EVERYTHING = ("view", "add", "change", "delete")


def every_snippet(actions: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return `actions` for everything that is edited as a snippet, whichever app brings it."""
    return {model._meta.label_lower: actions for model in get_snippet_models()}


def of_administrators() -> dict[str, tuple[str, ...]]:
    """Return the administrator's rights: the installation and its terms; facts are read only."""
    common = {label: WRITE for label in every_snippet(WRITE) if label.split(".")[0] in {"core", "home"}}
    return every_snippet(LOOK) | common | {
        "auth.user": WRITE,
        "auth.group": LOOK,
        "core.hubsettings": ("view", "change"),
        "wagtailcore.site": ("view", "change"),
        "wagtailcore.locale": LOOK,
        "wagtailcore.collection": WRITE,
        "wagtailcore.workflow": WRITE,
        "wagtailcore.task": WRITE,
        "wagtailredirects.redirect": EVERYTHING,
        "django_tasks_database.dbtaskresult": ("view", "change"),
    }  # fmt: skip


def of_editors() -> dict[str, tuple[str, ...]]:
    """Return the editor's rights: facts and terms; addresses of pages that moved."""
    return every_snippet(WRITE) | {"wagtailredirects.redirect": WRITE}


def of_readers() -> dict[str, tuple[str, ...]]:
    """Return the rights of those who work beside the facts: they are read, never written in their forms."""
    return every_snippet(LOOK)


ALL_MEDIA = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
ADMIN = "wagtailadmin.access_admin"
TRANSLATE = "wagtail_localize.submit_translation"
CHECK = "directory.verify_structure"
WITHHOLD = "directory.withhold_address"
READ_WITHHELD = "directory.read_sensitive_address"
ANSWER = "directory.handle_contactrequest"
IMPORT = "directory.import_directory"
PROPOSE_EMERGENCY, APPROVE_EMERGENCY = "directory.propose_activation", "directory.approve_activation"

ADMINISTRATOR = Role(
    "administrator",
    "Διαχειριστές",
    of_administrators,
    extra=(ADMIN, TRANSLATE),
    pages=("add", "change", "publish", "lock", "unlock"),
    languages=settings.HUB_NEEDED_LANGUAGES,
    media=ALL_MEDIA,
)
EDITOR = Role(
    "editor",
    "Συντάκτες",
    of_editors,
    extra=(ADMIN, TRANSLATE, CHECK, WITHHOLD, IMPORT),
    pages=("add", "change", "publish", "lock", "unlock"),
    languages=codes(),
    media=ALL_MEDIA,
    looks_over=True,
)
# Who phones bodies: confirms, settles reports, applies what they propose; writes no text.
VERIFIER = Role("verifier", "Επαληθευτές", of_readers, extra=(ADMIN, CHECK))

# Who answers people who cannot phone. Nobody else reads what they wrote, administrators neither.
HANDLER = Role("handler", "Κοινωνικοί λειτουργοί", of_readers, extra=(ADMIN, ANSWER))
# The few who must know where shelters are; each opening is written down.
KEEPER = Role("keeper", "Τηρητές ευαίσθητων διευθύνσεων", of_readers, extra=(ADMIN, WITHHOLD, READ_WITHHELD))

# Two people for an emergency: who proposes may approve what a colleague proposes, never their own.
CRISIS = Role("crisis", "Έκτακτες ανάγκες", of_readers, extra=(ADMIN, PROPOSE_EMERGENCY, APPROVE_EMERGENCY))


def translator(language: str) -> Role:
    """Return the translator of one language: drafts in that tree, publication by an editor."""
    name = settings.LANGUAGE_NAMES[language]
    return Role(
        f"translator-{language}",
        f"Μεταφραστές: {name}",
        of_readers,
        extra=(ADMIN, TRANSLATE),
        pages=("add", "change"),
        languages=(language,),
        media=("choose_image", "choose_document"),
    )


def roles() -> tuple[Role, ...]:
    """Return every role of the hub, the translators of each language but the first among them."""
    others = [language for language in codes() if language != settings.LANGUAGE_CODE]
    return (ADMINISTRATOR, EDITOR, VERIFIER, HANDLER, KEEPER, CRISIS, *(translator(language) for language in others))
