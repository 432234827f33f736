"""Broken templates are told in plain words: nothing of Jinja's or Python's own talk, and the remedy."""

import re
from pathlib import Path

import pytest

from briefgen.diagnostics import Finding
from tests.conftest import MakeWorkspace
from tests.templating.conftest import RenderWorkspace
from tests.templating.test_linting import EXTENDS, linted

TALK = re.compile(
    r"token|statement block|nesting|Jinja|object|attribute|Encountered|concatenate|operand|undefined"
)

SLIPS = {
    "block": ("{% block footer %}\nx", 2, "this {% block %} is never closed", "{% endblock %}"),
    "block that has another in it": ("{% block footer %}{% if 1 %}{% endif %}\n\n", 2, "this {% block %} is never closed", ""),
    "if": ("{% block footer %}\n{% if 1 %}x\n{% endblock %}", 4, "the {% if %} of line 3 is still open", "{% endif %} before it"),
    "crossed": ("{% for n in view.notes %}x{% endif %}", 2, "{% endif %} comes while the {% for %} is still open", "{% endfor %}"),
    "too much": ("{% endfor %}", 2, "{% endfor %} closes nothing", "take it out"),
    "tag": ("{% iff 1 %}{% endif %}", 2, "there is no tag `iff`", "did you mean `if`?"),
    "printed in a tag": ("{% super() %}", 2, "there is no tag `super`", "write {{ super … }}"),
    "braces": ("{{ view.title\n{% block footer %}{% endblock %}", 3, "the {{ before this is never closed", "write }}"),
    "brace": ("{{ view.title }\n", 2, "} closes nothing", "}} at the end of a value"),
    "bracket": ("{{ super( }}", 2, ") is missing before }", "write the )"),
    "comparison": ("{% if view.title = 'x' %}{% endif %}", 2, "one = sets a value", "write =="),
    "else if": ("{% if 1 %}{% else if 2 %}{% endif %}", 2, "`if` may not follow here", "elif"),
    "in": ("{% for n of view.notes %}{% endfor %}", 2, "`in` is expected where `of` stands", "{% for NAME in LIST %}"),
    "quotation": ("{{ 'abc }}", 2, "not closed", "missing at its end"),
    "curly quotation": ("{{ “abc” }}", 2, "“ does not quote", "straight"),
    "comment": ("{# abc", 2, "this comment is never closed", "#}"),
    "nothing": ("{% if %}{% endif %}", 2, "something is missing", ""),
}  # fmt: skip


@pytest.mark.parametrize(("template", "line", "words", "remedy"), SLIPS.values(), ids=SLIPS)
def test_syntax(tmp_path: Path, template: str, line: int, words: str, remedy: str) -> None:
    (found,) = linted(tmp_path, {"brief.html.j2": EXTENDS + template})
    assert found.rule == "template-error"
    assert found.span is not None
    assert (words in found.message, found.span.line) == (True, line), found
    assert remedy in found.help
    assert not TALK.search(found.message + found.help)


RUNNING = {
    "sum": ("{{ view.title + 1 }}", "text and numbers cannot be added"),
    "field of nothing": ("{{ headings.nope.x }}", "`nope`"),
    "list of nothing": ("{% for x in view.map %}{% endfor %}", "a list is expected, and there is nothing"),
    "call": ("{{ view.title() }}", "( ) stands after something that is no macro"),
    "division": ("{{ 1 / 0 }}", "divided by nothing"),
    "block named": (
        "{% block footer %}{{ self.footer }}{% endblock %}",
        "the block `footer` is named here, not printed",
    ),
    "macro named": (
        "{% macro line(x) %}{{ x }}{% endmacro %}{{ line }}",
        "`line` is named here, and what it gives is not",
    ),
    "method named": ("{{ view.items }}", "`items` is named here, and what it gives is not"),
    "list not worked out": ("{{ view.tags | map('upper') }}", "cannot be printed"),
    "list in a list": ("{{ [view.tags | map('upper')] }}", "and no text"),
    "list joined to a text": ("{{ (view.tags | map('upper')) ~ '' }}", "and no text"),
    "helper": ("{{ cycler(1, 2) }}", "and no text"),
    "record": ("{{ view }}", "this prints a whole EditionView"),
}


@pytest.mark.parametrize(("template", "words"), RUNNING.values(), ids=RUNNING)
def test_running(
    make_workspace: MakeWorkspace, render_workspace: RenderWorkspace, template: str, words: str
) -> None:
    root = make_workspace(
        {
            "templates/plain/audience.yaml": "label: Plain\n",
            "templates/plain/brief.html.j2": f"<p>\n  {template}",
        }
    )
    found = render_workspace(root)
    assert isinstance(found, Finding)
    assert words in found.message
    assert found.source == (f"  {template}",)
    assert found.span is not None
    assert (found.span.line, found.span.column) == (2, 3)
    assert not TALK.search(found.message + found.help)


def test_super_without_brackets_is_told(
    make_workspace: MakeWorkspace, render_workspace: RenderWorkspace
) -> None:
    template = '{% extends "default/brief.html.j2" %}\n{% block footer %}{{ super }}{% endblock %}'
    files = {
        "templates/plain/audience.yaml": "label: Plain\n",
        "templates/plain/brief.html.j2": template,
    }
    found = render_workspace(make_workspace(files))
    assert isinstance(found, Finding)
    assert (found.rule, found.message) == ("template-error", "the block `footer` is named here, not printed")
    assert found.help == "write ( ) after it, as super()"
    assert found.span is not None
    assert found.span.line == 2
