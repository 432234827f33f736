"""The order of the stages of a build: plan, check and make, publish, record."""

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.audiences import Resolved, resolve, select_audiences
from briefgen.building.formats import FORMATS, select_formats
from briefgen.building.manifest import NAME, Entry, Manifest, inputs_digest, manifest_bytes, read_manifest
from briefgen.building.options import Options
from briefgen.building.outcome import Built, Outcome, tally
from briefgen.building.planning import Planner, Target
from briefgen.building.records import (
    BriefRecord,
    EditionRecord,
    read_record,
    record_bytes,
    record_path,
    with_earlier_formats,
)
from briefgen.building.retiring import neglected, retire
from briefgen.building.settled import Looked, keep, look, put_back
from briefgen.building.settling import settle
from briefgen.building.sharding import share
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.publishing import exclusive, publish, tidy, withdraw
from briefgen.workspace import Workspace

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from briefgen.building.jobs import Done, Job, Made
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
        self.manifest = dict(read_manifest(options.out).outputs)
        self.records: dict[str, BriefRecord] = {}
        self.built: list[Built] = []
        self.refused: list[str] = []
        self.found: list[Diagnostic] = [*self._audience_faults()]
        self.counts: dict[str, tuple[int, int, int]] = {}

    def run(self, briefs: tuple[str, ...], progress: Progress | None, executor: "Executor | None") -> Outcome:
        wanted = self._reviewed(briefs) if self.options.locked else briefs
        targets = list(self._targets(wanted))
        stale = [target for target in targets if target.reason]
        if stale:
            self._make(stale, progress, executor)
        removed = () if self.options.briefs else self._retire()
        self._write_manifest()
        self._keep_index(briefs)
        self._settle(targets)
        fresh = len(targets) - len(stale) + sum(not each.reason for each in self.built)
        built = tuple(each for each in self.built if each.reason)
        return Outcome(tally(self.counts.values(), self.found), built, fresh, tuple(self.refused), removed)

    def _retire(self) -> tuple[str, ...]:
        """Take back what was made of briefs and for audiences that are no longer there."""
        workspace = self.workspace
        briefs, audiences = set(workspace.brief_ids()), set(workspace.audiences())
        asked = bool(self.options.audiences) or self.options.force
        stale = () if asked else tuple(neglected(self._planner(), self.manifest, self.refused))
        return retire(workspace.root, self.options.out, self.manifest, briefs, audiences, stale)

    def _settle(self, targets: list[Target]) -> None:
        """Where the same command would find nothing to do, let it know at once; else what was known stands again."""
        options = self.options
        if self.refused or self._has_list() or not all(each.audience for each in self.audiences):
            return
        if options.command is not None and not options.force and not options.locked:
            found = settle(self.looked, targets, self.records, options.out, self.manifest)
            if found:
                keep(self.workspace.root, options.command, found)
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
                self.found += verdict.diagnostics
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
                yield from (Target(brief, resolved.id, None) for resolved in whole)
                continue
            self.records[brief] = record = read_record(self.workspace.root, brief)
            for resolved in whole:
                yield self._entered(planner.target(brief, resolved, record))

    def _entered(self, target: Target) -> Target:
        """See to it that the manifest has what is fresh, also where it was lost."""
        edition = self.records[target.brief].editions.get(target.audience)
        if target.reason is None and edition is not None:
            for form, sha256 in edition.outputs.items():
                name = f"{target.brief}/{target.audience}.{form}"
                if name not in self.manifest or self.manifest[name].sha256 != sha256:
                    self.manifest[name] = Entry(sha256, inputs_digest(edition.inputs))
        return target

    def _library(self) -> "Library":
        from briefgen.inspection.inspecting import open_library

        self.opened = self.opened or open_library(self.workspace)
        return self.opened

    @property
    def workers(self) -> int:
        """How many processes are to work."""
        from briefgen.building.processes import cores

        return self.options.jobs or cores()

    def _jobs(self, stale: list[Target]) -> Iterator["Job"]:
        """One job a brief; where there are fewer briefs than workers, one an edition."""
        from briefgen.building.jobs import Job

        briefs = dict.fromkeys(target.brief for target in stale)
        alone = len(briefs) < self.workers
        for brief in briefs:
            mine = [target for target in stale if target.brief == brief]
            for part in [[each] for each in mine] if alone else [mine]:
                targets = tuple((target.audience, target.remembered) for target in part)
                known = {target.audience: self._known(target) for target in part if target.adoptable}
                yield Job(self.build, self.workspace, brief, targets, self.options.formats, known)

    def _known(self, target: Target) -> Mapping[str, Entry]:
        """The outputs of a target that stand there whole, as the manifest tells."""
        names = {form: f"{target.brief}/{target.audience}.{form}" for form in self.options.formats}
        return {
            form: self.manifest[name]
            for form, name in names.items()
            if name in self.manifest
            and self.hasher.file(self.options.out / name) == self.manifest[name].sha256
        }

    def _take(self, done: "Done", reasons: Mapping[tuple[str, str], str]) -> None:
        """Publish what a job has made, and keep its findings and records."""
        self.counts[done.brief] = done.counts
        self.found += [*done.inspection, *done.faults]
        if done.refused:
            self.refused += [done.brief] if done.brief not in self.refused else []
            return
        stopped = {each.audience for each in done.faults if each.severity is Severity.ERROR}
        for made in done.made:
            if made.leaked:
                self._withdraw(done.brief, made.audience)
            if made.record is None or made.audience in stopped:
                self.refused.append(f"{done.brief}/{made.audience}")
            else:
                self._publish(
                    done.brief, made, made.record, "" if made.fresh else reasons[done.brief, made.audience]
                )

    def _publish(self, brief: str, made: "Made", record: EditionRecord, reason: str) -> None:
        digest = inputs_digest(record.inputs)
        record = with_earlier_formats(record, self.records[brief].editions.get(made.audience))
        outputs = dict(record.outputs)
        files: dict[Path, bytes] = {}
        for form, data in made.files.items():
            name = f"{brief}/{made.audience}.{form}"
            outputs[form] = _sha256(data)
            files[self.options.out / name] = data
        publish({path: data for path, data in files.items() if self.hasher.file(path) != _sha256(data)})
        for form, sha256 in outputs.items():
            self.manifest[f"{brief}/{made.audience}.{form}"] = Entry(sha256, digest)
        self._record(brief, made.audience, replace(record, outputs=outputs))
        self.built.append(
            Built(
                brief, made.audience, reason, tuple(f"{brief}/{made.audience}.{form}" for form in made.files)
            )
        )

    def _withdraw(self, brief: str, audience: str) -> None:
        """Remove the older outputs of an edition that leaks: they may hold the same words."""
        folder = self.options.out / brief
        withdraw(folder / f"{audience}.{form}" for form in FORMATS)
        tidy(folder, self.options.out)

    def _record(self, brief: str, audience: str, edition: EditionRecord) -> None:
        """Keep the record right after its outputs, so that a build that is killed loses nothing."""
        record = BriefRecord({**self.records[brief].editions, audience: edition})
        self.records[brief] = record
        publish({record_path(self.workspace.root, brief): record_bytes(record)})

    def _write_manifest(self) -> None:
        """Write the manifest where it differs; outputs that are gone are left out."""
        kept = {
            name: entry
            for name, entry in sorted(self.manifest.items())
            if (self.options.out / name).is_file()
        }
        self.manifest = kept
        path, data = self.options.out / NAME, manifest_bytes(Manifest(kept))
        if self.hasher.file(path) != _sha256(data):
            publish({path: data})

    def _keep_index(self, briefs: tuple[str, ...]) -> None:
        """Nothing of the list is loaded where there is none and none is asked for."""
        options = self.options
        if not self._has_list():
            return
        from briefgen.listing import keep_index

        keep_index(
            self.workspace,
            options.out,
            self.manifest,
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


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
