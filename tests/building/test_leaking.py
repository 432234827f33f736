"""Leaks by what every output carries: ids in file names, titles, glossaries; and what is told in other words is no leak."""

from pathlib import Path

import pytest

from briefgen.building.formats import FORMATS
from briefgen.building.options import Options
from briefgen.building.outcome import Outcome
from briefgen.pipeline import build_workspace
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace

LOG = "The Nightjar programme has ended. {more}\n"
REGISTER = """\
sources:
  - {id: port-notice, file: notice.txt, title: Notice to shipping}
  - {id: desk-log, file: log.txt, title: Log of the desk, marking: TLP:AMBER}
"""
BRIEF = """\
title: Northern quay
{head}
key_facts:
  - statement: The northern quay is closed, says the NQA.
    citations: [{{source: port-notice, quote: The northern quay is closed}}]
    allow: [{{rule: name-unsupported, reason: The source writes it out.}}]
  - statement: "{statement}"
    citations: [{{source: desk-log, quote: "{quote}"}}]
positions: []
open_questions: []
regional_context: []
"""
SECRET = "The Nightjar programme has ended."


def workspace(make: MakeWorkspace, head: str = "", brief: str = "quay", more: str = "", **files: str) -> Path:
    said = more or SECRET
    text = BRIEF.format(head=head, statement=said, quote=said.rstrip("."))
    root = make(
        {
            "seeds/sources.yaml": REGISTER,
            "seeds/log.txt": LOG.format(more=more),
            f"briefs/{brief}.yaml": text,
            "templates/public/audience.yaml": "label: Public\nmarking: TLP:CLEAR\n",
            **{name.replace("__", "/"): content for name, content in files.items()},
        }
    )
    if brief != "quay":
        (root / "briefs/quay.yaml").unlink()
    return root


def build(root: Path, *formats: str, index: bool | None = None) -> Outcome:
    options = Options((), ("public",), formats or ("html", "json"), root / "dist", jobs=1, index=index)
    return build_workspace(open_workspace(root), options)


HEADS = {
    "the title": 'title: "After Nightjar"',
    "the subtitle": "subtitle: What Nightjar was",
    "the glossary: NQA": "glossary: {NQA: Nightjar Quay Authority of the north}",
}


@pytest.mark.parametrize("place", HEADS)
def test_what_heads_every_output_is_searched(make_workspace: MakeWorkspace, place: str) -> None:
    root = workspace(make_workspace, HEADS[place])
    path = root / "briefs/quay.yaml"
    if place == "the title":
        path.write_text(path.read_text().replace("title: Northern quay\n", "", 1))
    outcome = build(root)
    found = outcome.report.diagnostics
    assert [(each.rule, each.span.line <= 2) for each in found if each.rule == "leak"] == [("leak", True)]
    assert any(f'{place} holds "nightjar"' in each.message for each in found)
    assert [each.name for each in (root / "dist").iterdir()] == ["manifest.json"]


def test_a_term_that_is_told_in_another_form_is_told(make_workspace: MakeWorkspace) -> None:
    """What withheld items use as well is explained to readers of `NQAs`; `nqa` would tell them of no NQA."""
    root = workspace(
        make_workspace, "glossary: {NQA: Nightjar Quay Authority}", more="The NQA has two boats more."
    )
    path = root / "briefs/quay.yaml"
    text = path.read_text()
    path.write_text(text.replace("says the NQA", "say both NQAs"))
    outcome = build(root)
    assert outcome.built, [each.message for each in outcome.report.diagnostics]


@pytest.mark.parametrize("formats", [("html",), ("pdf",), ("json",), ("docx",), ("md",), ("txt",)])
def test_the_id_of_a_brief_names_its_files(make_workspace: MakeWorkspace, formats: tuple[str, ...]) -> None:
    """File names, entries of the manifest, addresses in the index, thumbnails and attachments are made of it."""
    root = workspace(make_workspace, brief="port/after-nightjar")
    old = root / "dist/port/after-nightjar/public.html"
    old.parent.mkdir(parents=True)
    old.write_text("an edition of the time before the item was marked")
    outcome = build(root, *formats, index=True)
    messages = [each.message for each in outcome.report.diagnostics if each.rule == "leak"]
    assert messages == [
        'for public, the name of its files holds "nightjar", words of key_facts[1], which is withheld'
    ]
    assert outcome.refused == ("port/after-nightjar/public",)
    kept = sorted(path.relative_to(root / "dist").as_posix() for path in (root / "dist").rglob("*"))
    assert kept == ["index.html", "manifest.json"]
    assert not any("nightjar" in (root / "dist" / name).read_text().lower() for name in kept)


@pytest.mark.parametrize("form", FORMATS)
def test_figures_and_names_of_the_file_format_are_no_leak(make_workspace: MakeWorkspace, form: str) -> None:
    """Sizes, offsets, namespaces, typefaces and the months of the furniture stand in every output."""
    said = (
        "In November Georgia and Chad sent 100, 101, 128, 200, 400, 500, 595, 600, 842, 1000, 1999, 2000, 2006 and 2010 "
        "crates from Adobe, Arial, Microsoft, Arabic and Times"
    )
    root = workspace(make_workspace, "as_of: 2031-11", more=said + ".")
    outcome = build(root, form)
    assert outcome.built, [each.message for each in outcome.report.diagnostics]


def test_a_picture_of_the_template_is_read(make_workspace: MakeWorkspace) -> None:
    page = '{% extends "default/brief.html.j2" %}{% block footer %}<img alt="" src="mark.svg">{% endblock %}'
    picture = '<svg xmlns="http://www.w3.org/2000/svg"><text>Nightjar</text></svg>'
    root = workspace(
        make_workspace,
        **{"templates__public__brief.html.j2": page, "templates__public__mark.svg": picture},
    )
    assert [each.rule for each in build(root, "html").report.diagnostics if each.rule == "leak"] == ["leak"]
