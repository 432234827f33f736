"""What can be wrong with an audience beyond its fields: colours, tokens, templates, languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.inspection.auditing import audit_all
from briefgen.templating.contrast import LEAST, contrast, faint_colours, parse, readable
from briefgen.templating.themes import THEMES
from briefgen.workspace import open_workspace, shipped_templates

MakeWorkspace = Callable[..., Path]


def audited(make_workspace: MakeWorkspace, text: str) -> list[Diagnostic]:
    workspace = open_workspace(make_workspace({"templates/press/audience.yaml": text}))
    return list(audit_all(workspace, ("press",)))


def test_a_colour_without_contrast_is_a_fault_with_its_ratio_and_one_that_passes(
    make_workspace: MakeWorkspace,
) -> None:
    (found,) = audited(make_workspace, 'label: P\ntheme:\n  accent: "#ffcc00"\n')
    assert (found.rule, found.path, found.span.line) == ("invalid-value", "templates/press/audience.yaml", 3)
    assert "1.5 to 1" in found.message
    better = found.fixes[0].edits[0].text.strip('"')
    paper, colour = parse("#ffffff"), parse(better)
    assert paper is not None
    assert colour is not None
    assert contrast(colour, paper) >= LEAST
    assert better in found.help


@pytest.mark.parametrize(
    ("theme", "words"),
    [
        ("{typeface: serf}", "no theme `serf`"),
        ("{accnt: '#123456'}", "no design token `accnt`"),
        ("{accent: 'red;} body{display:none'}", "CSS would not take it"),
        ("{accent: 'url(http://x)'}", "CSS would not take it"),
    ],
)
def test_tokens_that_cannot_be(make_workspace: MakeWorkspace, theme: str, words: str) -> None:
    (found,) = audited(make_workspace, f"label: P\ntheme: {theme}\n")
    assert found.rule == "invalid-value"
    assert words in found.message


def test_a_language_without_a_catalogue_is_told(make_workspace: MakeWorkspace) -> None:
    (found,) = audited(make_workspace, "label: P\nlanguage: fi\n")
    assert (found.rule, found.severity, found.span.line) == ("untranslated", "info", 2)
    assert audited(make_workspace, "label: P\nlanguage: fr-CA\n") == []


def test_faults_of_templates_are_told_once_for_all_audiences(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(
        {
            "templates/desk/brief.html.j2": '{% extends "brief.html.j2" %}{% block nowhere %}{% endblock %}',
            "templates/press/audience.yaml": "extends: desk\n",
        }
    )
    found = list(audit_all(open_workspace(root), ("desk", "press")))
    assert [(each.rule, each.path) for each in found] == [
        ("template-undefined", "templates/desk/brief.html.j2")
    ]


@pytest.mark.parametrize("name", THEMES)
def test_the_themes_that_ship_can_be_read(name: str) -> None:
    assert list(faint_colours(THEMES[name])) == []


@pytest.mark.parametrize(("text", "ratio"), [("#000", 21.0), ("#777777", 4.48), ("#fff", 1.0)])
def test_contrast_is_that_of_wcag(text: str, ratio: float) -> None:
    colour, white = parse(text), parse("#ffffff")
    assert colour is not None
    assert white is not None
    assert contrast(colour, white) == pytest.approx(ratio, abs=0.01)


def test_a_readable_colour_is_found_on_dark_ground_too() -> None:
    dark, ground = parse("#333366"), parse("#111111")
    assert dark is not None
    assert ground is not None
    found = parse(readable(dark, ground))
    assert found is not None
    assert contrast(found, ground) >= LEAST


def test_what_is_no_colour_is_told(make_workspace: MakeWorkspace) -> None:
    theme = "extends: default\ntheme: {accent: blau, ink: navy, rule: 'rgb(20 20 20 / 50%)'}\n"
    root = make_workspace({"templates/desk/audience.yaml": theme})
    (found,) = audit_all(open_workspace(root), ("desk",))
    assert (found.rule, found.span.line, found.message) == (
        "invalid-value",
        2,
        "`accent` cannot be 'blau': that is no colour",
    )


def test_the_accent_of_dark_screens_is_held_against_their_paper() -> None:
    (faint,) = faint_colours({**THEMES["serif"], "accent-dark": "#303030"})
    assert (faint.token, faint.ground) == ("accent-dark", "#16171a")
    css = (shipped_templates() / "default/screen.css").read_text()
    assert f"--paper: {faint.ground};" in css
