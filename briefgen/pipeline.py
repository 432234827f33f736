"""The order of the stages of a build: plan, check and make, publish, record."""

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.audiences import Resolved, resolve, select_audiences
from briefgen.building.formats import select_formats
from briefgen.building.hashing import REGISTERS
from briefgen.building.options import Options
from briefgen.building.outcome import Built, Outcome, tally
from briefgen.building.outputs import Outputs
from briefgen.building.planning import Planner, Target
from briefgen.building.records import read_record
from briefgen.building.retiring import neglected, retire
from briefgen.building.settled import Looked, keep, look, put_back
from briefgen.building.settling import Settling
from briefgen.building.sharding import share
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.publishing import exclusive
from briefgen.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from briefgen.building.jobs import Done, Job
    from briefgen.sources.library import Library

Progress = Callable[[Iterator["Done"], int], Iterator["Done"]]
OWN = ".briefgen"
STATES = f"{OWN}/listing"
"""Where `briefgen.listing` keeps what it knows."""


def build_workspace(
    workspace: Workspace,
    options: Options,
    progress: Progress | None = None,
    executor: "Executor | None" = None,
) -> Outcome:
    """Check the briefs and make every edition that is out of date.

    Raises:
        UsageFault: a brief, audience or format is not known.
        EnvironmentFault: outputs cannot be written, or a worker died.
    """
    looked = look(workspace.root, options.out)
    briefs = share(workspace.select(options.briefs), options.shard)
    audiences = tuple(resolve(workspace, name) for name in select_audiences(workspace, options.audiences))
    options = replace(options, formats=select_formats(options.formats))
    with exclusive(options.out, workspace.root / OWN):
        build = _Build(workspace, options, audiences, looked.begin(options.command))
        return build.run(briefs, progress, executor)


class _Build:
    """One run of a build: what it knows, and what it has done so far."""

    def __init__(
        self,
        workspace: Workspace,
        options: Options,
        audiences: tuple[Resolved, ...],
        looked: Looked,
    ) -> None:
        self.workspace = workspace
        self.options = options
        self.audiences = audiences
        self.looked = looked
        self.hasher = looked.hasher
        self.opened: Library | None = None
        self.build = secrets.token_hex(8)
        self.outputs = Outputs(workspace.root, options.out, looked.hasher)
        self.settling = Settling(looked)
        self.built: list[Built] = []
        self.refused: list[str] = []
        self.found: dict[Diagnostic, None] = {}
        self.counts: dict[str, tuple[int, int, int]] = {}
        self.unlooked = 0

    def run(self, briefs: tuple[str, ...], progress: Progress | None, executor: "Executor | None") -> Outcome:
        self._find(self._audience_faults())
        wanted = self._reviewed(briefs) if self.options.locked else briefs
        targets = list(self._targets(wanted))
        stale = [target for target in targets if target.reason]
        if stale:
            self._make(stale, progress, executor)
        removed = () if self.options.briefs else self._retire()
        self.outputs.write_manifest()
        self._keep_index(briefs)
        self._settle(len(targets))
        fresh = len(targets) - len(stale) + sum(not each.reason for each in self.built)
        built = tuple(each for each in self.built if each.reason)
        return Outcome(tally(self.counts.values(), self.found), built, fresh, tuple(self.refused), removed)

    def _retire(self) -> tuple[str, ...]:
        """Take back what was made of briefs and for audiences that are no longer there."""
        workspace = self.workspace
        briefs, audiences = set(workspace.brief_ids()), set(workspace.audiences())
        asked = bool(self.options.audiences) or self.options.force
        stale = () if asked else tuple(neglected(self._planner(), self.outputs.manifest, self.refused))
        return retire(workspace.root, self.options.out, self.outputs.manifest, briefs, audiences, stale)

    def _settle(self, editions: int) -> None:
        """Where the same command would find nothing to do, let it know at once; else what was known stands again."""
        options = self.options
        if self.refused or self._has_list() or not all(each.audience for each in self.audiences):
            return
        if options.command is not None and not options.force and not options.locked:
            found = self.settling.done(options.out, self.outputs.manifest)
            if found and self.settling.editions + self.unlooked == editions:
                keep(self.workspace.root, options.command, found, editions)
        put_back(self.workspace.root, self.looked.note)

    def _has_list(self) -> bool:
        return self.options.index is not None or (self.workspace.root / STATES).is_dir()

    def _reviewed(self, briefs: tuple[str, ...]) -> tuple[str, ...]:
        """The briefs whose every quote is in the lock; the others are refused, also where their outputs are fresh."""
        from briefgen.checking.running import judged

        kept = []
        for verdict in judged(self.workspace, briefs, locked=True, jobs=self.options.jobs):
            self.counts[verdict.brief] = verdict.counts
            if any(
                each.rule == "not-locked" and each.severity is Severity.ERROR for each in verdict.diagnostics
            ):
                self.refused.append(verdict.brief)
                self._find(verdict.diagnostics)
            else:
                kept.append(verdict.brief)
        return tuple(kept)

    def _make(self, stale: list[Target], progress: Progress | None, executor: "Executor | None") -> None:
        # All that makes editions is loaded only where one must be made.
        from briefgen.building.workers import do_jobs, page_server

        beside = self.workers > 1 and executor is None and "pdf" in self.options.formats
        resolved = next(each for each in self.audiences if each.id == stale[0].audience)
        with page_server(resolved, len(stale) == 1) if beside else nullcontext(None) as server:
            from briefgen.building.jobs import start

            start(self.build, self.opened)
            jobs = list(self._jobs(stale))
            done = do_jobs(jobs, self.workers, executor, server)
            reasons = {(target.brief, target.audience): target.reason or "" for target in stale}
            for each in progress(done, len(jobs)) if progress else done:
                self._take(each, reasons)

    def _planner(self) -> Planner:
        options = self.options
        return Planner(
            self.workspace, options.out, options.formats, self.hasher, self._library, options.force
        )

    def _targets(self, briefs: tuple[str, ...]) -> Iterator[Target]:
        planner = self._planner()
        whole = [resolved for resolved in self.audiences if resolved.audience is not None]
        for brief in briefs:
            if brief in self.looked.settled.briefs:
                self.unlooked += len(whole)
                yield from (Target(brief, resolved.id, None) for resolved in whole)
                continue
            record = read_record(self.workspace.root, brief)
            for resolved in whole:
                target = planner.target(brief, resolved, record)
                edition = record.editions.get(resolved.id)
                if target.reason is None and edition is not None:
                    self.outputs.enter(brief, resolved.id, edition)
                    self.settling.add(brief, edition, False, record.sha256)
                yield target

    def _library(self) -> "Library":
        from briefgen.inspection.inspecting import open_library

        if self.opened is None:
            self.opened = open_library(self.workspace)
            self.hasher.learn({REGISTERS: self.opened.registers})
        return self.opened

    @property
    def workers(self) -> int:
        """How many processes are to work."""
        from briefgen.building.processes import cores

        return self.options.jobs or cores()

    def _jobs(self, stale: list[Target]) -> Iterator["Job"]:
        """One job a brief; where there are fewer briefs than workers, one an edition."""
        from briefgen.building.jobs import Job

        formats = self.options.formats
        briefs: dict[str, list[Target]] = {}
        for target in stale:
            briefs.setdefault(target.brief, []).append(target)
        alone = len(briefs) < self.workers
        only = len(briefs) == 1 and self.workspace.brief_ids() == tuple(briefs)
        for brief, mine in briefs.items():
            for part in [[each] for each in mine] if alone else [mine]:
                targets = tuple((target.audience, target.remembered) for target in part)
                adoptable = [target.audience for target in part if target.adoptable]
                known = {audience: self.outputs.whole(brief, audience, formats) for audience in adoptable}
                yield Job(self.build, self.workspace, brief, targets, formats, known, only)

    def _take(self, done: "Done", reasons: Mapping[tuple[str, str], str]) -> None:
        """Publish what a job has made, and keep its findings and records."""
        self.counts[done.brief] = done.counts
        self._find((*done.inspection, *done.faults))
        if done.refused:
            self.refused += [done.brief] if done.brief not in self.refused else []
            return
        stopped = {each.audience for each in done.faults if each.severity is Severity.ERROR}
        for made in done.made:
            brief, audience = done.brief, made.audience
            if made.leaked:
                self.outputs.withdraw(brief, audience)
            if made.record is None or audience in stopped:
                self.refused.append(f"{brief}/{audience}")
                continue
            edition, digest = self.outputs.publish(brief, audience, made.files, made.record)
            self.settling.add(brief, edition, True, digest)
            files = tuple(f"{brief}/{audience}.{form}" for form in made.files)
            self.built.append(Built(brief, audience, "" if made.fresh else reasons[brief, audience], files))

    def _find(self, found: Iterable[Diagnostic]) -> None:
        """Keep what is told at the end, each once: faults of a register come with every brief."""
        grave = self.options.grave
        kept = (each for each in found if not grave or each.severity is not Severity.INFO)
        self.found.update((each.interned(), None) for each in kept)

    def _keep_index(self, briefs: tuple[str, ...]) -> None:
        """Nothing of the list is loaded where there is none and none is asked for."""
        options = self.options
        if not self._has_list():
            return
        from briefgen.listing import keep_index

        keep_index(
            self.workspace,
            options.out,
            self.outputs.manifest,
            options.index,
            options.audiences,
            briefs,
            self.refused,
        )

    def _audience_faults(self) -> Iterator[Diagnostic]:
        for resolved in (each for each in self.audiences if each.findings):
            from briefgen.inspection.inspecting import diagnose

            documents = {document.path: document for document in resolved.documents}
            diagnosed = (
                diagnose(finding, documents, self.workspace.settings) for finding in resolved.findings
            )
            yield from (replace(each, audience=resolved.id) for each in diagnosed if each)
