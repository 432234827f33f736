"""The template linter: what it finds, where, and that it leaves sound templates alone."""

from pathlib import Path
from typing import Any

import pytest

from briefgen.diagnostics import Finding
from briefgen.templating.linting import lint
from briefgen.templating.search import Folder, SearchPath
from tests.conftest import write_files

SHIPPED = Path(__file__).parents[2] / "templates"
EXTENDS = '{% extends "default/brief.html.j2" %}\n'


def linted(root: Path, files: dict[str, str | bytes]) -> list[Finding]:
    folder = write_files(root / "templates" / "press", files)
    path = SearchPath((Folder("press", folder), Folder("default", SHIPPED / "default")))
    return list(lint(path, root / "templates"))


BROKEN: dict[str, tuple[Any, str | None, int, str, str]] = {
    "syntax": ("{% if x %}", "template-error", 1, "if", ""),
    "unclosed block": (EXTENDS + "{% block footer %}x", "template-error", 2, "", ""),
    "unknown tag": ("{% iff x %}{% endif %}", "template-error", 1, "iff", ""),
    "unknown variable": (
        EXTENDS + "{% block footer %}{{ veiw.title }}{% endblock %}",
        "template-undefined",
        2,
        "`veiw`",
        "`view`",
    ),
    "in a branch not taken": (
        EXTENDS + "{% block footer %}{% if false %}\n{{ missing }}{% endif %}{% endblock %}",
        "template-undefined",
        3,
        "`missing`",
        "",
    ),
    "unknown field": (
        EXTENDS + "{% block footer %}{{ view.titel }}{% endblock %}",
        "template-undefined",
        2,
        "`titel`",
        "`title`",
    ),
    "unknown field of the audience": (
        EXTENDS + "{% block footer %}{{ audience.lable }}{% endblock %}",
        "template-undefined",
        2,
        "`lable`",
        "`label`",
    ),
    "unknown field in a loop": (
        EXTENDS + "{% block footer %}{% for note in view.notes %}{{ note.qoute }}{% endfor %}{% endblock %}",
        "template-undefined",
        2,
        "`qoute`",
        "`quote`",
    ),
    "unknown field of a section": (
        EXTENDS + '{% block footer %}{{ view.section("key_facts").itmes }}{% endblock %}',
        "template-undefined",
        2,
        "`itmes`",
        "",
    ),
    "loop variable outside": (
        EXTENDS + "{% block footer %}{% for n in view.notes %}{% endfor %}\n\n{{ n.quote }}{% endblock %}",
        None,
        0,
        "",
        "",
    ),
    "unknown filter": (
        EXTENDS + "{% block footer %}{{ view.title|inlin }}{% endblock %}",
        "template-undefined",
        2,
        "`inlin`",
        "`inline`",
    ),
    "unknown test": (
        EXTENDS + "{% block footer %}{{ 1 if view.map is defind }}{% endblock %}",
        "template-undefined",
        2,
        "`defind`",
        "`defined`",
    ),
    "unknown block": (
        EXTENDS + "{% block footre %}x{% endblock %}",
        "template-undefined",
        2,
        "`footre`",
        "`footer`",
    ),
    "missing include": (
        EXTENDS + '{% block footer %}{% include "fotter.j2" %}{% endblock %}',
        "template-error",
        2,
        "`fotter.j2`",
        "",
    ),
    "missing parent": (
        '{% extends "defualt/brief.html.j2" %}',
        "template-error",
        1,
        "`defualt/brief.html.j2`",
        "",
    ),
    "a file outside": ('{% include "/etc/passwd" %}', "template-error", 1, "`/etc/passwd`", ""),
    "a file above": ('{% include "../../briefs/x.yaml" %}', "template-error", 1, "briefs/x.yaml", ""),
    "not UTF-8": (b"\xff\xfe{{ x }}", "template-error", 1, "", ""),
}


@pytest.mark.parametrize("name", [name for name in BROKEN if BROKEN[name][1]])
def test_broken_templates(tmp_path: Path, name: str) -> None:
    text, rule, line, words, meant = BROKEN[name]
    found = linted(tmp_path, {"brief.html.j2": text})
    assert [each.rule for each in found] == [rule], found
    (finding,) = found
    assert finding.path == "templates/press/brief.html.j2"
    assert finding.span is not None
    assert finding.span.line == line
    assert words in finding.message
    assert meant in finding.help


def test_the_caret_stands_under_the_words(tmp_path: Path) -> None:
    (finding,) = linted(
        tmp_path, {"brief.html.j2": EXTENDS + "{% block footer %}{{ view.titel }}{% endblock %}"}
    )
    assert finding.span is not None
    assert (finding.span.column, finding.span.end_column) == (27, 32)


def test_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    found = linted(
        tmp_path,
        {"brief.html.j2": EXTENDS + "{% block x %}{{ y }}{% endblock %}", "parts/z.html.j2": "{{ z|w }}"},
    )
    assert {each.message.split("`")[1] for each in found} == {"x", "y", "z", "w"}


IN_A_BLOCK = {
    "a loop's variable after it": ("{% for i in view.sections %}{% endfor %}<p>{{ i }}", "`i`"),
    "what a loop set, after it": ("{% for i in tokens %}{% set q = 1 %}{% endfor %}{{ q }}", "`q`"),
    "before it is set": ("{{ q }}{% set q = 1 %}", "`q`"),
    "loop without a loop": ("{{ loop.index }}", "`loop`"),
    "a part of loop": ("{% for i in tokens %}{{ loop.idx }}{% endfor %}", "`idx`"),
    "caller without a call": ("{{ caller() }}", "`caller`"),
    "a subscript": ('{{ view["titel"] }}', "`titel`"),
    "either include": ('{% include "a.j2" if view.map else "macros.html.j2" %}', "`a.j2`"),
    "a macro of an import": ('{% import "macros.html.j2" as n %}{{ n.markin() }}', "`markin`"),
    "a macro of the parent's import": ("{{ m.markin() }}", "`markin`"),
    "an imported macro": ('{% from "macros.html.j2" import datum %}', "`datum`"),
    "a block of self": ("{{ self.foter() }}", "`foter`"),
}


@pytest.mark.parametrize("name", IN_A_BLOCK)
def test_names_have_the_scope_that_jinja_gives_them(tmp_path: Path, name: str) -> None:
    body, words = IN_A_BLOCK[name]
    (found,) = linted(tmp_path, {"brief.html.j2": EXTENDS + f"{{% block footer %}}{body}{{% endblock %}}"})
    assert words in found.message


def test_the_item_of_a_block_has_the_fields_of_an_item(tmp_path: Path) -> None:
    text = EXTENDS + "{% block key_fact %}{{ item.statment }}{% endblock %}"
    (found,) = linted(tmp_path, {"brief.html.j2": text})
    assert (found.message, found.help) == (
        "the item has no field `statment`",
        "did you mean `statement`?",
    )


SOUND = {
    "a block of one item": EXTENDS
    + "{% block key_fact %}<li>{{ item.statement|inline }}{{ m.refs(item.notes) }}</li>{% endblock %}",
    "an imported macro in a block": EXTENDS
    + '{% block footer %}{% from "macros.html.j2" import marking with context %}{{ marking() }}{% endblock %}',
    "asking whether it is there": EXTENDS
    + '{% block footer %}{% if seal is defined %}{{ seal }}{% endif %}{{ seal|default("") }}{% endblock %}',
    "set in a branch": EXTENDS
    + "{% block footer %}{% if view.map %}{% set q = 1 %}{% else %}{% set q = 2 %}{% endif %}{{ q }}{% endblock %}",
    "override with super": EXTENDS + "{% block footer %}{{ super() }}<p>{{ view.label }}</p>{% endblock %}",
    "imports of the parent": EXTENDS + "{% block header %}{{ m.marking() }}{% endblock %}",
    "own variables": EXTENDS + "{% block footer %}{% set a = view.title %}{{ a|upper }}{% endblock %}",
    "own macro": EXTENDS
    + "{% macro f(x) %}{{ x }}{% endmacro %}{% block footer %}{{ f(view.title) }}{% endblock %}",
    "loops": EXTENDS
    + "{% block footer %}{% for item in view.items() %}{{ loop.index }}{{ item.statement|inline }}{% endfor %}{% endblock %}",
    "unpacking": EXTENDS
    + "{% block footer %}{% for k, v in tokens.items() %}{{ k }}{{ v }}{% endfor %}{% endblock %}",
    "own nested block": EXTENDS + "{% block footer %}{% block mine %}x{% endblock %}{% endblock %}",
    "optional include": EXTENDS + '{% block footer %}{% include "maybe.j2" ignore missing %}{% endblock %}',
    "translation": EXTENDS + '{% block footer %}{{ _("Notes") }}{% trans %}Hello{% endtrans %}{% endblock %}',
    "maybe absent": EXTENDS
    + "{% block footer %}{% if view.map %}{{ view.map.title }}{% endif %}{% endblock %}",
}


@pytest.mark.parametrize("name", SOUND)
def test_sound_templates(tmp_path: Path, name: str) -> None:
    assert linted(tmp_path, {"brief.html.j2": SOUND[name]}) == []


def test_what_is_included_knows_what_holds_there(tmp_path: Path) -> None:
    page = (
        EXTENDS
        + '{% block footer %}{% for item in view.items() %}{% include "one.j2" %}{% endfor %}{% endblock %}'
    )
    assert linted(tmp_path, {"brief.html.j2": page, "one.j2": "{{ item.statement }}"}) == []


@pytest.mark.parametrize("audience", sorted(path.name for path in SHIPPED.iterdir() if path.is_dir()))
def test_shipped_templates_are_sound(audience: str) -> None:
    path = SearchPath(tuple(Folder(name, SHIPPED / name) for name in dict.fromkeys((audience, "default"))))
    assert lint(path, SHIPPED) == ()


@pytest.mark.parametrize(
    "text", ["{{ view.__class__ }}", "{% if false %}{{ ''.__class__.__mro__ }}{% endif %}"]
)
def test_what_the_sandbox_refuses_is_told_of_every_branch(tmp_path: Path, text: str) -> None:
    found = linted(tmp_path, {"brief.html.j2": EXTENDS + f"{{% block footer %}}{text}{{% endblock %}}"})
    assert "templates may not read `__class__`" in [each.message for each in found]
