"""Right reader, right facts: what a build does where an audience may not have something."""

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.building.options import Options
from briefgen.building.outcome import Outcome
from briefgen.pipeline import build_workspace
from briefgen.workspace import open_workspace

EXAMPLES = Path(__file__).parent / "examples" / "invalid"


def build(root: Path, **more: object) -> Outcome:
    options = Options(briefs=(), audiences=("public",), formats=("html", "json"), out=root / "dist", jobs=1)
    return build_workspace(open_workspace(root), replace(options, **more))  # type: ignore[arg-type]


@pytest.fixture
def example(tmp_path: Path) -> Callable[[str], Path]:
    def copy(name: str) -> Path:
        return Path(shutil.copytree(EXAMPLES / name, tmp_path / name))

    return copy


def rules(outcome: Outcome) -> list[str]:
    return [each.rule for each in outcome.report.diagnostics if each.severity != "info"]


def test_a_leak_keeps_no_output_and_removes_the_old_one(example: Callable[[str], Path]) -> None:
    root = example("leak")
    template = root / "templates/public/brief.html.j2"
    text = template.read_text()
    template.unlink()
    assert build(root).built
    assert (root / "dist/quay/public.html").exists()
    template.write_text(text)
    outcome = build(root)
    assert (rules(outcome), outcome.refused) == (["leak"], ("quay/public",))
    assert '"nightjar"' in outcome.report.diagnostics[-1].message or any(
        '"nightjar"' in d.message for d in outcome.report.diagnostics
    )
    assert [path.name for path in (root / "dist").rglob("*.*")] == ["manifest.json"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("<footer>Nightjar desk</footer>", 2, 27),
        ("\n<p>The\n  NIGHTJAR</p>", 4, 3),
    ],
)
def test_a_leak_from_a_template_names_it_and_its_line(
    example: Callable[[str], Path], text: str, line: int, column: int
) -> None:
    root = example("leak")
    template = root / "templates/public/brief.html.j2"
    template.write_text(template.read_text().replace("<footer>Nightjar desk</footer>", text))
    (found,) = [each for each in build(root).report.diagnostics if each.rule == "leak"]
    assert (found.path, found.span.line, found.span.column) == (
        "templates/public/brief.html.j2",
        line,
        column,
    )
    assert found.source == (template.read_text().splitlines()[line - 1],)
    assert "words of key_facts[1]" in found.message


@pytest.mark.parametrize(("policy", "shown"), [("withhold", False), ("flag", True)])
def test_a_judgement_whose_basis_is_withheld(
    example: Callable[[str], Path], policy: str, shown: bool
) -> None:
    root = example("withheld-basis")
    (root / "templates/public/audience.yaml").write_text(f"marking: TLP:CLEAR\nwithheld_basis: {policy}\n")
    outcome = build(root)
    html = (root / "dist/quay/public.html").read_text()
    assert rules(outcome) == ["withheld-basis"]
    assert not outcome.failed
    assert ("Ferries are likely to go on" in (root / "dist/quay/public.json").read_text()) is shown
    assert ("Basis withheld in part" in html) is shown
    for path in (root / "dist/quay").iterdir():
        assert "closure" not in path.read_text()
        assert "northern quay is closed" not in path.read_text()


def test_a_waiver_lets_a_judgement_lose_its_basis(example: Callable[[str], Path]) -> None:
    root = example("withheld-basis")
    brief = root / "briefs/quay.yaml"
    waiver = "    allow: [{rule: withheld-basis, reason: The public can do without it.}]\n"
    brief.write_text(brief.read_text().replace("    basis:", f"{waiver}    basis:", 1))
    outcome = build(root)
    assert rules(outcome) == []
    assert outcome.built


def test_a_judgement_that_the_audience_does_not_take_anyway_is_not_told(
    example: Callable[[str], Path],
) -> None:
    root = example("withheld-basis")
    (root / "templates/public/audience.yaml").write_text("marking: TLP:CLEAR\nsections: [key_facts]\n")
    assert rules(build(root)) == []


def test_a_brief_above_the_audience_has_no_output(example: Callable[[str], Path]) -> None:
    root = example("withheld-basis")
    brief = root / "briefs/quay.yaml"
    brief.write_text("marking: TLP:GREEN\n" + brief.read_text())
    outcome = build(root)
    assert (rules(outcome), outcome.refused) == (["marking-too-low"], ("quay/public",))
    assert outcome.report.diagnostics[0].span.line == 1
    assert not list((root / "dist").rglob("*.html"))


def test_a_strict_brief_gives_its_lower_items_to_those_who_may_read_them(
    example: Callable[[str], Path],
) -> None:
    """The brief's marking is the default of its items, no more."""
    root = example("withheld-basis")
    brief = root / "briefs/quay.yaml"
    text = brief.read_text().replace("  - id: ferries\n", "  - id: ferries\n    marking: TLP:CLEAR\n")
    brief.write_text("marking: TLP:GREEN\n" + text.replace("[desk]", "[desk, public]"))
    outcome = build(root)
    shown = (root / "dist/quay/public.json").read_text()
    assert (outcome.refused, json.loads(shown)["marking"]) == ((), "TLP:CLEAR")
    assert ("Ferries run as usual" in shown, "northern quay is closed" in shown) == (True, False)


TRANSLATED = """\
title: {en: Northern quay, fr: Quai nord}
key_facts:
  - statement: {en: The northern quay is closed., fr: Le quai nord est fermé.}
    citations: [{source: port-notice, quote: The northern quay is closed}]
  - statement: Ferries run as usual.
    citations: [{source: port-notice, quote: Ferries run as usual}]
positions: []
open_questions: []
regional_context: []
"""


@pytest.mark.parametrize(
    ("old", "new", "rules_found", "words"),
    [
        ("", "", ["missing-field"], ""),
        (
            "statement: Ferries run as usual.",
            "statement: {en: Ferries run as usual., fr: Les bacs circulent.}",
            [],
            "Quai nord",
        ),
        (", fr: Quai nord}", "}", ["missing-field", "missing-field"], ""),
    ],
)
def test_a_translated_brief_is_whole_or_says_what_lacks(
    example: Callable[[str], Path], old: str, new: str, rules_found: list[str], words: str
) -> None:
    root = example("withheld-basis")
    (root / "templates/public/audience.yaml").write_text("marking: TLP:CLEAR\nlanguage: fr\n")
    (root / "briefs/quay.yaml").write_text(TRANSLATED.replace(old, new) if old else TRANSLATED)
    outcome = build(root)
    assert rules(outcome) == rules_found
    if words:
        html = (root / "dist/quay/public.html").read_text()
        assert words in html
        assert "Faits clés" in html
        assert 'lang="fr"' in html


def test_a_brief_without_translations_is_shown_in_its_own_language(example: Callable[[str], Path]) -> None:
    root = example("withheld-basis")
    (root / "templates/public/audience.yaml").write_text("marking: TLP:CLEAR\nlanguage: fr\n")
    build(root)
    html = (root / "dist/quay/public.html").read_text()
    assert "Ferries run as usual" in html
    assert "Faits clés" in html


def test_an_item_for_an_audience_that_is_not_there(
    example: Callable[[str], Path], briefgen: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    root = example("withheld-basis")
    brief = root / "briefs/quay.yaml"
    brief.write_text(brief.read_text().replace("audiences: [desk]", "audiences: [deks]"))
    done = briefgen("-C", root, "check")
    assert done.returncode == 1
    assert "error[unknown-reference]: there is no audience `deks`" in done.stdout
    assert "did you mean `desk`?" in done.stdout


def test_check_tells_what_each_audience_loses(
    example: Callable[[str], Path], briefgen: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    done = briefgen("-C", example("withheld-basis"), "check", "--format", "json")
    (found,) = [each for each in json.loads(done.stdout)["diagnostics"] if each["rule"] == "withheld-basis"]
    assert (found["item"], found["audience"], found["severity"]) == ("ferries-run", "public", "warning")
