"""What a template names is found as Jinja's own parser finds it, mostly without it."""

import jinja2
import pytest
from jinja2 import Environment, meta

from briefgen.templating import references as module
from briefgen.templating.references import references

PLAIN = {
    "extends": ('{% extends "default/brief.html.j2" %}', ["default/brief.html.j2"]),
    "imports": (
        "{%- import 'm.j2' as m with context -%}{% from \"n.j2\" import a, b as c %}",
        ["m.j2", "n.j2"],
    ),
    "an optional one": ('{% include "maybe.j2" ignore missing without context %}', ["maybe.j2"]),
    "over lines": ('{%\n  include\n  "a.j2"\n%}', ["a.j2"]),
    "none": ("{% set included = 1 %}{{ included }} extends import", []),
}
PARSED = {
    "a choice": '{% include "a.j2" if view else "b.j2" %}',
    "a list": '{% include ["a.j2", "b.j2"] %}',
    "a sum": '{% include "a" ~ ".j2" %}',
    "joined strings": '{% include "a" ".j2" %}',
    "an escape": r'{% include "a\x2ej2" %}',
    "a variable": "{% import name as m %}",
    "an end of tag in a name": '{% include "a%}b" %}{% include "c.j2" %}',
    "beside a plain one": '{% extends "a.j2" %}{% include view.title %}',
}


def parsed(text: str) -> list[str | None]:
    return list(meta.find_referenced_templates(Environment().parse(text)))


@pytest.mark.parametrize(("text", "names"), PLAIN.values(), ids=PLAIN)
def test_plain_tags_need_no_parser(text: str, names: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsed(text) == names

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(module, "Environment", refuse)
    assert list(references(text)) == names


@pytest.mark.parametrize("text", PARSED.values(), ids=PARSED)
def test_other_tags_are_parsed(text: str) -> None:
    assert list(references(text)) == parsed(text)


def test_a_faulty_template_names_nothing_more() -> None:
    with pytest.raises(jinja2.TemplateSyntaxError):
        parsed("{% include %}")
    assert list(references("{% include %}")) == []
