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


@dataclass(slots=True)
class Told:
    """The faults that are known, by format and brief: a build tells nothing of the briefs that were up to date."""

    _known: dict[tuple[str, str | None], list[dict[str, Any]]] = field(default_factory=dict)

    def take(self, made: Made) -> None:
        """Take up what a build has found, in place of what was known of the same briefs."""
        if made.error is not None:
            return
        if made.form == "html":
            # A page that is yet to be set tells of itself then.
            self._known = {key: found for key, found in self._known.items() if key[1] not in made.checked}
        there = {*made.briefs, None}
        self._known = {key: found for key, found in self._known.items() if key[1] in there}
        self._known |= {(made.form, brief): [] for brief in (*sorted(made.checked), None)}
        for each in made.diagnostics:
            brief = each.get("brief")
            self._known[made.form, brief if brief in made.checked else None].append(each)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        told: list[dict[str, Any]] = []
        for found in self._known.values():
            told += [each for each in found if each not in told]
        yield from sorted(told, key=lambda each: (each["path"], each["line"], each["column"]))


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
