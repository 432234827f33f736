"""The examples of the documentation are run, and its excerpts are compared with what they are taken from.

CONTRIBUTING.md describes the marks.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel

from briefgen.documents.reading import load
from briefgen.documents.validation import validate
from briefgen.models.audience import AudienceFile
from briefgen.models.brief import Brief, Citation
from briefgen.models.sources import Register

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]
WORKSPACE = ("briefs", "seeds", "templates", "briefgen.toml")
MARK = re.compile(
    r"<!--\s*(?P<kind>edit|commit and edit|write|excerpt of|validates as)\s+(?P<rest>.+?)\s*-->", re.DOTALL
)
EMPTY = {"title": "T", "key_facts": [], "positions": [], "open_questions": [], "regional_context": []}


@dataclass(frozen=True)
class Example:
    """A fenced block, with the mark in the comment right before it."""

    place: str
    language: str
    text: str
    kind: str = ""
    rest: str = ""


@cache
def examples(language: str, *kinds: str) -> list[Any]:
    return list(_examples(language, kinds))


def _examples(language: str, kinds: tuple[str, ...]) -> Iterator[Any]:
    for page in PAGES:
        if not page.exists():
            continue
        tokens = tokens_of(page)
        for before, token in zip([None, *tokens], tokens, strict=False):
            if token.type != "fence" or token.info.split()[:1] != [language]:
                continue
            mark = MARK.search(before.content) if before and before.type == "html_block" else None
            kind, rest = (mark["kind"], mark["rest"]) if mark else ("", "")
            place = f"{page.relative_to(ROOT)}:{token.map[0] + 1 if token.map else 0}"
            if kind in kinds:
                yield pytest.param(Example(place, language, token.content, kind, rest), id=place)


@cache
def tokens_of(page: Path) -> list[Token]:
    return MarkdownIt().parse(page.read_text(encoding="utf-8"))


def steps(text: str) -> list[tuple[str, str]]:
    """Split a console block into (command, output shown)."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def shown_as(expected: str) -> re.Pattern[str]:
    """What `expected` stands for: itself, a line of three dots standing for any lines."""
    lines = [r"(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in expected.splitlines()]
    return re.compile("".join(lines) + r"\s*\Z")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name in WORKSPACE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name)
        elif source.exists():
            shutil.copy(source, tmp_path / name)
    return tmp_path


def write(workspace: Path, place: str) -> None:
    """Write the files that the page of `place` shows before it under a `write` mark."""
    page, line = place.split(":")
    for language in ("yaml", "jinja", "css", "toml"):
        for parameters in examples(language, "write"):
            example: Example = parameters.values[0]
            shown_on, shown_at = example.place.split(":")
            if shown_on == page and int(shown_at) < int(line):
                path = workspace / example.rest
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(example.text, encoding="utf-8")


def edit(workspace: Path, rest: str) -> None:
    """Apply `FILE: OLD => NEW`."""
    name, change = rest.split(": ", 1)
    old, new = change.split(" => ")
    text = (workspace / name).read_text(encoding="utf-8")
    assert old in text, f"{name} does not say {old!r}"
    (workspace / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def commit(workspace: Path) -> None:
    """Make the copy a git repository that holds it as it is."""
    someone = ("-c", "user.name=Curator", "-c", "user.email=curator@example.org")
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        (*someone, "commit", "--quiet", "--no-verify", "--message=As it was"),
    ):
        subprocess.run(["git", *command], cwd=workspace, check=True)


def run(workspace: Path, command: str) -> tuple[int, str]:
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=workspace,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("example", examples("console", "", "edit", "commit and edit"))
def test_console_examples_print_what_they_show(example: Example, workspace: Path) -> None:
    write(workspace, example.place)
    if example.kind == "commit and edit":
        commit(workspace)
    if example.kind:
        edit(workspace, example.rest)
    code, status_asked, output = 0, 0, ""
    for command, shown in steps(example.text):
        if command == "echo $?":
            assert shown.strip() == str(code), f"{example.place}: exit code"
            status_asked = code
        elif command.startswith("briefgen "):
            code, output = run(workspace, command)
            assert not shown.strip() or shown_as(shown).match(output), f"{example.place} prints:\n{output}"
        else:
            assert is_known(command), f"{example.place}: no test knows `{command}`"
    assert code == status_asked, (
        f"{example.place} ends with exit code {code}, and does not show it:\n{output}"
    )


def is_known(command: str) -> bool:
    """Tell whether the Makefile has the target of a `make` command; other commands are not for examples."""
    words = command.split()
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    return words[0] == "make" and words[1] in targets


def contains(whole: Any, part: Any) -> bool:
    """Tell whether `part` stands in `whole`: mappings may leave fields out, lists may leave entries out."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(k in whole and contains(whole[k], v) for k, v in part.items())
    if isinstance(part, list):
        return isinstance(whole, list) and all(any(contains(w, p) for w in whole) for p in part)
    return bool(whole == part)


def stands_in(whole: Any, part: Any) -> bool:
    """Tell whether `whole`, or something at any depth of it, contains `part`."""
    inside = whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else ()
    return contains(whole, part) or any(stands_in(value, part) for value in inside)


@pytest.mark.parametrize("example", examples("yaml", "excerpt of"))
def test_excerpts_are_up_to_date(example: Example) -> None:
    whole = load((ROOT / example.rest).read_text(encoding="utf-8"), example.rest)
    part = load(example.text, example.place)
    assert not part.findings
    assert stands_in(whole.data, part.data), f"{example.place} no longer stands in {example.rest}"


def model_for(kind: str, data: Any) -> tuple[type[BaseModel], Any]:
    """The model that an example `validates as`, and the data completed to what it takes."""
    if kind == "citation":
        return Citation, data
    if kind == "sources":
        return Register, data
    if kind == "audience":
        return AudienceFile, data
    if kind == "header":
        return Brief, EMPTY | data
    return Brief, EMPTY | {kind: data if isinstance(data, list) else [data]}


@pytest.mark.parametrize("example", examples("yaml", "validates as"))
def test_yaml_examples_are_valid(example: Example) -> None:
    document = load(example.text, example.place)
    model, data = model_for(example.rest, document.data)
    assert not [*document.findings, *validate(model, data).findings]


def test_the_pages_have_examples() -> None:
    assert len(examples("console", "", "edit")) > 1
    assert len(examples("yaml", "excerpt of")) > 1


def test_an_excerpt_that_differs_is_noticed() -> None:
    whole = {"key_facts": [{"id": "a", "statement": "S", "tags": ["x", "y"]}]}
    assert stands_in(whole, [{"id": "a", "tags": ["y"]}])
    assert stands_in(whole, {"statement": "S"})
    assert not stands_in(whole, [{"id": "a", "statement": "T"}])


def test_output_that_differs_is_noticed() -> None:
    assert shown_as("one\n...\nthree\n").match("one\ntwo\nthree\n")
    assert shown_as("one\n...\nthree\n").match("one\nthree\n")
    assert not shown_as("one\nthree\n").match("one\ntwo\nthree\n")
    assert not shown_as("one\n").match("one\ntwo\n")
