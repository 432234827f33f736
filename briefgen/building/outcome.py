"""What a build did, for people and machines."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from briefgen import __version__
from briefgen.building.sharding import WHOLE, Shard, parse_shard
from briefgen.counting import count
from briefgen.diagnostics import Diagnostic, Report, Severity, Summary
from briefgen.publishing import publish


@dataclass(frozen=True, slots=True)
class Built:
    """An edition that was made, why, and its files relative to the output folder."""

    brief: str
    audience: str
    reason: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The editions made, how many were fresh, the briefs or editions refused, every diagnostic.

    `removed`: outputs of briefs and audiences that are no longer there.
    """

    report: Report
    built: tuple[Built, ...]
    fresh: int
    refused: tuple[str, ...]
    removed: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether anything was refused."""
        return self.report.failed or bool(self.refused)

    def summary(self) -> str:
        """One line for people."""
        if not self.built and not self.failed and not self.removed:
            return "up to date"
        said = [f"built {count(len(self.built), 'edition')}"] * bool(self.built or self.failed)
        said += [f"{self.fresh:,} up to date"] * bool(self.fresh)
        said += [f"refused {', '.join(self.refused)}"] * bool(self.refused)
        said += [f"removed {count(len(self.removed), 'output')} of what is gone"] * bool(self.removed)
        return "; ".join(said)

    def write_report(self, path: Path, shard: Shard = WHOLE) -> None:
        """Write all of it as JSON to `path`; of a build of one share of the briefs, which one."""
        from briefgen.reporting.json_report import json_parts

        own = {
            "briefgen": __version__,
            "shard": None if shard == WHOLE else list(shard),
            "built": [asdict(each) for each in self.built],
            "fresh": self.fresh,
            "refused": list(self.refused),
            "removed": list(self.removed),
        }
        publish({path.absolute(): (part.encode() for part in json_parts(self.report, own))})


def report_nothing(fresh: int, path: str, shard: str | None) -> None:
    """Write the report of a build that has found all of its editions up to date."""
    Outcome(Report(Summary(), ()), (), fresh, ()).write_report(Path(path), parse_shard(shard))


def tally(counts: Iterable[tuple[int, int, int]], found: Iterable[Diagnostic]) -> Report:
    """The report over the briefs that a build had to check; `counts` are the items, quotes and waivers of each."""
    ordered = tuple(sorted(dict.fromkeys(found), key=lambda each: each.order))
    seen = list(counts)
    summary = Summary(
        briefs=len(seen),
        items=sum(items for items, _, _ in seen),
        quotes=sum(quotes for _, quotes, _ in seen),
        errors=sum(each.severity is Severity.ERROR for each in ordered),
        warnings=sum(each.severity is Severity.WARNING for each in ordered),
        waived=sum(waived for _, _, waived in seen),
    )
    return Report(summary, ordered)
