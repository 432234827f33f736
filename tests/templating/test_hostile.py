"""Hostile templates: they read nothing, send nothing, and end within seconds."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.building.options import Options
from briefgen.building.outcome import Outcome
from briefgen.pipeline import build_workspace
from briefgen.templating import limits
from briefgen.workspace import open_workspace
from tests.processor import within_seconds

MakeWorkspace = Callable[..., Path]
FOOTER = '{{% extends "default/brief.html.j2" %}}\n{{% block footer %}}{}{{% endblock %}}'

HOSTILE = {
    "loops for ever": "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}{% endfor %}",
    "a huge range": "{{ range(10**9)|list|length }}",
    "prints a gigabyte": "{% for a in range(99999) %}{% for b in range(99) %}{{ 'x' * 1000 }}{% endfor %}{% endfor %}",
    "a huge string": "{{ ('x' * 10**10)|length }}",
    "a huge format": "{{ '%2000000000d' % 1 }}",
    "a huge filter": "{{ 'x'|center(10**10) }}",
    "a huge number": "{{ (9 ** 387420489)|string|length }}",
    "reads a file": '{% include "/etc/passwd" %}',
    "reads above": '{% include "../../../etc/passwd" %}',
    "classes": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "globals": "{{ view.section.__func__.__globals__ }}",
    "format attributes": "{{ '{0.__class__}'.format(view) }}",
    "format of a filter": "{{ '%s'|format(view.__class__) }}",
    "attr filter": "{{ view|attr('__class__') }}",
    "changes a list": "{{ [1].append(2) }}",
    "recursion": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "breaks a filter": "{{ 'x'|truncate(-5) }}",
    "breaks another filter": "{{ view.title|xmlattr }}",
    "is different each time": "{{ [1, 2, 3, 4, 5, 6, 7]|random }}",
    "asks the network": '<img src="http://127.0.0.1:9/x.png" alt="">',
    "asks for a file": '<img src="file:///etc/passwd" alt="">',
    "asks by style": '<p style="background:url(http://127.0.0.1:9/x)">x</p>',
    "asks by script": '<script src="http://127.0.0.1:9/x.js"></script>',
    "asks within SVG": '<svg><image href="http://127.0.0.1:9/x.png"/></svg>',
}


def build(root: Path, formats: tuple[str, ...]) -> Outcome:
    return build_workspace(open_workspace(root), Options((), (), formats, root / "dist", jobs=1))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_templates_end_in_a_fault(
    make_workspace: MakeWorkspace, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 2.5)
    root = make_workspace(
        {
            "templates/press/audience.yaml": "label: P\n",
            "templates/press/brief.html.j2": FOOTER.format(HOSTILE[name]),
        }
    )
    with within_seconds(10):
        outcome = build(root, ("html",))
    assert outcome.failed, name
    assert {each.rule for each in outcome.report.diagnostics if each.severity == "error"} <= {
        "template-error",
        "template-undefined",
        "remote-resource",
    }
    assert not list((root / "dist").rglob("*.html"))
    told = [each for each in outcome.report.diagnostics if each.rule.startswith("template-")]
    assert all(each.path.startswith("templates/press/") for each in told)


def test_attributes_of_filters_give_nothing_away(make_workspace: MakeWorkspace) -> None:
    footer = FOOTER.format("{{ [view]|map(attribute='__class__')|list }}")
    root = make_workspace(
        {"templates/press/audience.yaml": "label: P\n", "templates/press/brief.html.j2": footer}
    )
    build(root, ("html",))
    assert not any("EditionView" in path.read_text() for path in (root / "dist").rglob("*.html"))


def test_one_block_is_overridden_and_the_rest_stays(make_workspace: MakeWorkspace) -> None:
    files = {"templates/desk/audience.yaml": "label: D\n"}
    plain_root = make_workspace(files)
    build(plain_root, ("html",))
    before = (plain_root / "dist/quay/desk.html").read_text()
    (plain_root / "templates/desk/brief.html.j2").write_text(FOOTER.format("{{ super() }}<p>OVERRIDDEN</p>"))
    build(plain_root, ("html",))
    after = (plain_root / "dist/quay/desk.html").read_text()
    assert after.replace("<p>OVERRIDDEN</p>", "") == before


def test_three_levels_of_overriding(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(
        {
            "templates/a/audience.yaml": "extends: b\n",
            "templates/b/audience.yaml": "extends: c\n",
            "templates/c/audience.yaml": "label: C\n",
            "templates/a/brief.html.j2": '{% extends "brief.html.j2" %}{% block footer %}{{ super() }}<p>A</p>{% endblock %}',
            "templates/b/brief.html.j2": '{% extends "brief.html.j2" %}{% block footer %}{{ super() }}<p>B</p>{% endblock %}',
            "templates/c/brief.html.j2": '{% extends "default/brief.html.j2" %}{% block footer %}<p>C</p>{% endblock %}',
        }
    )
    assert not build(root, ("html",)).failed
    assert "<p>C</p><p>B</p><p>A</p>" in (root / "dist/quay/a.html").read_text()
    shutil.rmtree(root)


def spin() -> None:
    while True:
        pass


def test_time_is_the_processor_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other work makes no template hostile."""
    monkeypatch.setattr(limits, "SECONDS", 0.2)
    with limits.limited():
        time.sleep(0.5)
    with pytest.raises(limits.Exhausted, match="longer than"), limits.limited():
        spin()
