"""The JSON Schemas in a real editor: what yaml-language-server underlines by the modelines that `new` and `init` write."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.web.language_server import LanguageServer, Mark

pytestmark = pytest.mark.web

ROOT = Path(__file__).parents[2]

SOUND = {
    "brief": """\
title: Northern quay
subtitle: {en: What is known, fr: Ce que l'on sait}
as_of: 2024-09
language: en
marking: TLP:GREEN
aliases: {port: [harbour]}
bottom_line:
  - id: outlook
    statement: The quay is likely to reopen by spring.
    basis: [closure]
    likelihood: likely
    confidence: moderate
key_facts:
  - id: closure
    statement: The quay is closed.
    citations:
      - source: notice
        quote: The northern quay is closed
        relation: supports
        credibility: 2
        page: 1
    as_of: 2024-09~
    priority: must
    allow:
      - {rule: name-unsupported, reason: The source uses the acronym only.}
positions:
  - actor: Port authority
    statement: It asks for patience.
    citations: [{source: notice, quote: patience is asked for}]
open_questions:
  - question: When will it reopen?
    statement: No date is given.
    citations: [{source: notice, quote: until further notice}]
regional_context: []
figures:
  - id: berths
    title: Berths in use
    unit: berths
    kind: bar
    values: [{label: North, value: 12, citations: [{source: notice, quote: twelve berths in all}]}]
""",
    "sources": """\
sources:
  - id: notice
    file: notice.txt
    type: article-newspaper
    title: Notice to shipping
    author: [{literal: Port authority}]
    issued: 2024-09-27
    reliability: F
    marking: TLP:CLEAR
""",
    "audience": """\
label: Ministers
extends: default
page: A4
max_pages: 1
min_body_pt: 8.5
sections: [bottom_line, key_facts]
priorities: [must, should]
marking: TLP:GREEN
evidence: notes
language: en-GB
theme: {accent: "#1f4e79", typeface: serif}
withheld_note: false
""",
}

# kind of document, the words that are replaced, what they become, the line that is underlined ("" for the first)
MISTAKES = [
    ("brief", "title: Northern quay\n", "", ""),
    ("brief", "subtitle:", "subtitel:", "subtitel:"),
    ("brief", "key_facts:\n", "keyfacts:\n", "keyfacts:"),
    ("brief", "as_of: 2024-09\n", "as_of: September 2024\n", "as_of: September 2024"),
    ("brief", "TLP:GREEN", "TLP:PURPLE", "TLP:PURPLE"),
    ("brief", "likelihood: likely", "likelihood: fairly likely", "fairly likely"),
    ("brief", "confidence: moderate", "confidence: medium", "medium"),
    ("brief", "priority: must", "priority: urgent", "urgent"),
    ("brief", "- id: closure", "- id: The Closure", "The Closure"),
    ("brief", "    statement: The quay is closed.\n", "", "id: closure"),
    ("brief", "statement: The quay is closed.", "statement: [The quay is closed.]", "[The quay is closed.]"),
    ("brief", "      - source: notice\n        quote:", "      - quote:", "- quote: The northern"),
    ("brief", "        quote: The northern quay is closed\n", "", "- source: notice"),
    ("brief", "relation: supports", "relation: proves", "relation: proves"),
    ("brief", "credibility: 2", "credibility: 7", "credibility: 7"),
    ("brief", "page: 1", "page: one", "page: one"),
    ("brief", ", reason: The source uses the acronym only.", "", "rule: name-unsupported"),
    ("brief", "  - actor: Port authority\n    statement:", "  - statement:", "It asks for patience"),
    ("brief", "kind: bar", "kind: pie", "kind: pie"),
    ("brief", "value: 12", "value: twelve", "value: twelve"),
    ("brief", "regional_context: []", "regional_context: none", "regional_context: none"),
    ("sources", "    file: notice.txt\n", "", "id: notice"),
    ("sources", "    title: Notice to shipping\n", "", "id: notice"),
    ("sources", "article-newspaper", "newspaper", "type: newspaper"),
    ("sources", "reliability: F", "reliability: G", "reliability: G"),
    ("sources", "issued: 2024-09-27", "issued: 27/09/2024", "27/09/2024"),
    ("audience", "page: A4", "page: A5", "page: A5"),
    ("audience", "max_pages: 1", "max_pages: 0", "max_pages: 0"),
    ("audience", "min_body_pt: 8.5", "min_body_pt: 6", "min_body_pt: 6"),
    ("audience", "key_facts]", "keyfacts]", "keyfacts]"),
    ("audience", "evidence: notes", "evidence: all", "evidence: all"),
    ("audience", "withheld_note: false", "withheld_note: maybe", "maybe"),
]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new workspace as `init` and `new` leave it, schemas included."""
    folder = tmp_path_factory.mktemp("workspace")
    for command in (["init", "."], ["new", "quay"], ["new", "harbours/quay"]):
        subprocess.run(
            [sys.executable, "-m", "briefgen", *command], cwd=folder, check=True, capture_output=True
        )
    return folder


@pytest.fixture(scope="module")
def editor(workspace: Path) -> Iterator[LanguageServer]:
    """An editor that has the workspace open."""
    with LanguageServer(workspace) as server:
        yield server


def _opened(editor: LanguageServer, workspace: Path, kind: str, text: str) -> list[Mark]:
    (workspace / "editor").mkdir(exist_ok=True)
    path = workspace / "editor" / f"{uuid4()}.yaml"
    path.write_text(
        f"# yaml-language-server: $schema=../.briefgen/schema/{kind}.json\n{text}", encoding="utf-8"
    )
    return editor.marks(path)


@pytest.mark.parametrize("kind", SOUND)
def test_sound_document_is_clean(editor: LanguageServer, workspace: Path, kind: str) -> None:
    assert _opened(editor, workspace, kind, SOUND[kind]) == []


@pytest.mark.parametrize(
    ("kind", "words", "mistake", "marked"),
    [pytest.param(*row, id=f"{row[0]}-{row[2] or row[1]}") for row in MISTAKES],
)
def test_mistake_is_underlined(
    editor: LanguageServer, workspace: Path, kind: str, words: str, mistake: str, marked: str
) -> None:
    assert SOUND[kind].count(words) == 1
    text = SOUND[kind].replace(words, mistake)
    marks = _opened(editor, workspace, kind, text)
    lines = text.splitlines()
    assert marked in " / ".join(lines[mark.line - 2] for mark in marks), marks


@pytest.mark.parametrize(
    "name", ["briefs/example.yaml", "briefs/quay.yaml", "briefs/harbours/quay.yaml", "seeds/sources.yaml"]
)
def test_what_the_program_writes_is_clean(editor: LanguageServer, workspace: Path, name: str) -> None:
    assert "$schema=" in (workspace / name).read_text(encoding="utf-8").splitlines()[0]
    assert editor.marks(workspace / name) == []


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        *(("brief", path) for path in sorted(ROOT.glob("briefs/**/*.yaml"))),
        *(("sources", path) for path in sorted(ROOT.glob("seeds/**/sources.yaml"))),
        *(("audience", path) for path in sorted(ROOT.glob("templates/*/audience.yaml"))),
    ],
    ids=lambda value: value if isinstance(value, str) else value.relative_to(ROOT).as_posix(),
)
def test_documents_of_this_repository_are_clean(
    editor: LanguageServer, workspace: Path, kind: str, path: Path
) -> None:
    assert _opened(editor, workspace, kind, path.read_text(encoding="utf-8")) == []
