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

    `briefs` are those of the workspace, `checked` those of them that were not up to date. `error` tells why nothing
    could be made at all.
    """

    form: str
    briefs: frozenset[str] = frozenset()
    checked: frozenset[str] = frozenset()
    diagnostics: tuple[dict[str, Any], ...] = ()
    error: str | None = None


Found = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """The faults of a brief that are shown, and those that there were when its outputs were last made."""

    shown: list[Found] = field(default_factory=list)
    made: list[Found] = field(default_factory=list)


Faults = dict[str | None, Known]
"""By brief; None: what is told of no brief of its own."""


@dataclass(slots=True)
class Told:
    """The faults that are known: a build tells nothing of the briefs that were up to date.

    Those that HTML has shown, and those that only the page has.
    """

    _html: Faults = field(default_factory=dict)
    _pdf: Faults = field(default_factory=dict)

    def take(self, made: Made) -> None:
        """Take up what a build has found, in place of what was known of the same briefs."""
        if made.error is not None:
            return
        stale, there = {*made.checked, None}, {*made.briefs, None}
        if made.form == "html":
            # A page that is yet to be set tells of itself then.
            known = {brief: each for brief, each in self._pdf.items() if brief in there}
            self._pdf = {
                brief: Known(made=each.made) if brief in stale else each for brief, each in known.items()
            }
            self._html = _taken(self._html, made, {})
        else:
            self._pdf = _taken(self._pdf, made, self._html)

    def __iter__(self) -> Iterator[Found]:
        told: list[Found] = []
        for known in (*self._html.values(), *self._pdf.values()):
            told += [each for each in known.shown if each not in told]
        yield from sorted(told, key=lambda each: (each["path"], each["line"], each["column"]))


def _taken(known: Faults, made: Made, elsewhere: Faults) -> Faults:
    """What is known after a build, without what is known from `elsewhere`."""
    found: dict[str | None, list[Found]] = {brief: [] for brief in (*made.checked, None)}
    for each in made.diagnostics:
        found[each.get("brief") if each.get("brief") in made.checked else None].append(each)
    # A brief is up to date as it was when it was last made: what has been told of it since was mended by going back.
    fresh = {brief: each.made for brief, each in known.items() if brief in made.briefs - made.checked}
    taken: Faults = {brief: Known(each, each) for brief, each in fresh.items()}
    for brief, told in found.items():
        shown = [each for each in told if each not in elsewhere.get(brief, Known()).shown]
        failed = any(each["severity"] == "error" for each in told)
        taken[brief] = Known(shown, known.get(brief, Known()).made if failed else shown)
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
