"""One build for the preview, as plain data: what it came to, whichever process ran it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.building.options import Options
from briefgen.errors import EnvironmentFault, UsageFault
from briefgen.pipeline import build_workspace
from briefgen.reporting.json_report import diagnostic_data
from briefgen.workspace import open_workspace


@dataclass(frozen=True, slots=True)
class Made:
    """What a build in one format came to.

    `briefs` are those of the workspace, `checked` those of them that were not up to date. `error` tells why nothing could
    be made at all.
    """

    form: str
    briefs: frozenset[str] = frozenset()
    checked: frozenset[str] = frozenset()
    diagnostics: tuple[dict[str, Any], ...] = ()
    error: str | None = None


Found = dict[str, Any]
Known = dict[str | None, list[Found]]


@dataclass(slots=True)
class Told:
    """The faults that are known: a build tells nothing of the briefs that were up to date.

    By brief, those that HTML has shown, and those that only the page has; None: what is told of no brief of its own.
    """

    _html: Known = field(default_factory=dict)
    _pdf: Known = field(default_factory=dict)

    def take(self, made: Made) -> None:
        """Take up what a build has found, in place of what was known of the same briefs."""
        if made.error is not None:
            return
        stale, there = {*made.checked, None}, {*made.briefs, None}
        if made.form == "html":
            # A page that is yet to be set tells of itself then.
            self._pdf = {brief: found for brief, found in self._pdf.items() if brief in there - stale}
            self._html = _taken(self._html, made, {})
        else:
            self._pdf = _taken(self._pdf, made, self._html)

    def __iter__(self) -> Iterator[Found]:
        told: list[Found] = []
        for found in (*self._html.values(), *self._pdf.values()):
            told += [each for each in found if each not in told]
        yield from sorted(told, key=lambda each: (each["path"], each["line"], each["column"]))


def _taken(known: Known, made: Made, elsewhere: Known) -> Known:
    """What is known after a build, without what is known from `elsewhere`."""
    # A brief with an error is never up to date: where it is, the error was mended by going back.
    taken: Known = {
        brief: [each for each in found if each["severity"] != "error"]
        for brief, found in known.items()
        if brief in made.briefs
    }
    taken |= {brief: [] for brief in (*made.checked, None)}
    for each in made.diagnostics:
        brief = each.get("brief") if each.get("brief") in made.checked else None
        if each not in elsewhere.get(brief, ()):
            taken[brief].append(each)
    return taken


def make(root: Path, out: Path, form: str) -> Made:
    """Make what is stale in one format."""
    try:
        workspace = open_workspace(root)
        briefs = frozenset(workspace.brief_ids())
        outcome = build_workspace(workspace, Options((), (), (form,), out, jobs=1))
    except (UsageFault, EnvironmentFault) as fault:
        return Made(form, error=str(fault))
    refused = {name if name in briefs else name.rpartition("/")[0] for name in outcome.refused}
    found = [each for each in outcome.report.diagnostics if each.severity != "info"]
    return Made(
        form,
        briefs,
        frozenset({*(each.brief for each in outcome.built), *refused}),
        tuple(diagnostic_data(each) | {"source": list(each.source)} for each in found),
    )


def make_pdf(root: Path, out: Path) -> Made:
    """Make stale PDFs; copies of a template's fonts go with the output folder, since this process may be ended."""
    from briefgen.pages.faces import keep_copies_in

    keep_copies_in(out / ".fonts")
    return make(root, out, "pdf")
