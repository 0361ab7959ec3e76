"""Texts have their Greek and English, those of readers their other languages too; the finder finds them all."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool(name):
    """Return a module of tools/, which is no package of the product."""
    spec = importlib.util.spec_from_file_location(f"hub_tools_{name}", ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


messages = tool("messages")


@pytest.mark.parametrize("language", (*messages.COMPLETE, *messages.READERS))
def test_no_text_waits_for_its_words(language):
    assert [f"{message.place}: {message.text}" for message in messages.missing(language)] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param('{% trans "Open" %}', {("Open", None, None)}, id="trans"),
        pytest.param('{% trans "May" context "month" %}', {("May", "month", None)}, id="context"),
        pytest.param(
            "{% blocktrans trimmed count n=n %}{{ n }} page{% plural %}{{ n }} pages{% endblocktrans %}",
            {("%(n)s page", None, "%(n)s pages")},
            id="plural",
        ),
        pytest.param(
            "{% blocktrans trimmed %}\n  A\n  “b” (c) {{ d }}\n{% endblocktrans %}",
            {("A “b” (c) %(d)s", None, None)},
            id="lines and brackets",
        ),
        pytest.param('{% include "x.html" with label=_("All (of it)") only %}', {("All (of it)", None, None)}, id="_"),
    ],
)
def test_texts_of_templates_are_found(source, found):
    assert {(m.text, m.context, m.plural) for m in messages.in_template(source, "x.html")} == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param('_("A" " B")', {("A B", None, None)}, id="joined"),
        pytest.param('pgettext_lazy("verb", "Open")', {("Open", "verb", None)}, id="context"),
        pytest.param('ngettext("%(n)s day", "%(n)s days", n)', {("%(n)s day", None, "%(n)s days")}, id="plural"),
        pytest.param("_(name)", set(), id="variable"),
    ],
)
def test_texts_of_code_are_found(source, found):
    assert {(m.text, m.context, m.plural) for m in messages.in_python(source, "x.py")} == found


@pytest.mark.parametrize(
    ("place", "source", "for_readers"),
    [
        ("directory/pages/finder.py", '_("I do not know")', True),
        ("directory/models/choices.py", 'class Channel(TextChoices):\n    PHONE = "phone", _("Phone")', True),
        ("directory/models/structure.py", 'name = models.CharField(_("name"), max_length=9)', False),
        ("directory/models/structure.py", 'class Meta:\n    verbose_name = _("structure")', False),
        ("directory/forms/contact.py", 'email = forms.EmailField(label=_("E-mail"))', True),
        ("directory/admin/__init__.py", '_("Structures")', False),
        ("studies/pages.py", '_("All values")', False),
    ],
)
def test_texts_of_editors_need_no_words_in_the_languages_of_readers(place, source, for_readers):
    assert [each.for_readers for each in messages.in_python(source, place)] == [for_readers]
