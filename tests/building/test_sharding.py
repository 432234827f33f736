"""Past one machine: stable shares, merged reports, a real Dask cluster of two workers that loses one."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefgen.building.sharding import executor_at, parse_shard, share
from briefgen.errors import EnvironmentFault, UsageFault
from briefgen.reporting.merging import merge_reports
from briefgen.reporting.summing import summarise

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]
IDS = tuple(f"brief-{number}" for number in range(200))


def test_shares_are_whole_apart_and_stable() -> None:
    shares = [share(IDS, (mine, 4)) for mine in range(1, 5)]
    assert sorted(brief for each in shares for brief in each) == sorted(IDS)
    assert all(20 < len(each) < 80 for each in shares)
    assert share((*IDS, "one-more"), (2, 4)) in (shares[1], (*shares[1], "one-more"))
    assert share(IDS, (1, 1)) == IDS


def test_a_summary_shows_words_and_loads_nothing() -> None:
    said = "![x](https://example.org/x.png) <img> @everybody | `code`"
    found = {"severity": "error", "path": "briefs/a.yaml", "line": 3, "rule": "uncited", "message": said}
    (row,) = [line for line in summarise({"diagnostics": [found]}).splitlines() if "uncited" in line]
    assert not re.search(r"!\[|\]\(|https?:|<|@", row)
    assert row.count("|") == 5


@pytest.mark.parametrize("text", ["0/4", "5/4", "1", "a/b", "1/0", "-1/2"])
def test_a_share_is_i_of_n(text: str) -> None:
    with pytest.raises(UsageFault, match="I/N"):
        parse_shard(text)


def test_shards_merge_to_the_whole(briefgen: Run, make_workspace: MakeWorkspace, tmp_path: Path) -> None:
    brief = (Path(__file__).parents[1] / "examples/valid/one-fact/briefs/quay.yaml").read_text()
    root = make_workspace({f"briefs/b{number}.yaml": brief for number in range(5)})
    for mine in (1, 2):
        report = tmp_path / f"{mine}.json"
        assert (
            briefgen("-C", root, "build", "-f", "json", "--shard", f"{mine}/2", "--report", report).returncode
            == 0
        )
    merged = tmp_path / "all.json"
    alone = briefgen("report", "merge", tmp_path / "1.json")
    assert (alone.returncode, alone.stderr) == (1, "shard 2/2 is missing\n")
    assert briefgen("report", "merge", tmp_path / "1.json", tmp_path / "2.json", "-o", merged).returncode == 0
    data = json.loads(merged.read_text())
    assert data["summary"]["briefs"] == len(data["built"]) == 6
    assert briefgen("-C", root, "build", "-f", "json").stderr == "up to date\n"
    assert "6 built, 0 up to date, 0 refused" in briefgen("report", "summary", merged).stdout


def shard(mine: int, shares: int, **more: object) -> dict[str, object]:
    return {
        "version": 1,
        "summary": {"briefs": 1},
        "shard": [mine, shares],
        "briefgen": "1.0",
        "fresh": 2,
        **more,
    }


def test_what_is_missing_of_a_build_is_said() -> None:
    merged = merge_reports([("a", shard(1, 3)), ("c", shard(3, 3))])
    assert merged["lacking"] == ["shard 2/3 is missing"]
    assert "- ⚠ shard 2/3 is missing" in summarise(merged)
    assert merge_reports([("all", merged)])["lacking"] == merged["lacking"]
    assert merge_reports([("a", shard(1, 2)), ("b", shard(2, 2))])["lacking"] == []


def test_a_shard_counts_once() -> None:
    merged = merge_reports([("a", shard(1, 2)), ("b", shard(2, 2)), ("again", shard(1, 2))])
    assert (merged["fresh"], merged["summary"]["briefs"], merged["lacking"]) == (4, 2, [])
    with pytest.raises(UsageFault, match="a and again are both shard 1/2, and differ"):
        merge_reports([("a", shard(1, 2)), ("again", shard(1, 2, fresh=9))])
    with pytest.raises(UsageFault, match="a is shard 1/2, b 2/3: they are not of one build"):
        merge_reports([("a", shard(1, 2)), ("b", shard(2, 3))])


def test_versions_that_differ_are_said() -> None:
    merged = merge_reports([("a", shard(1, 2)), ("b", shard(2, 2, briefgen="1.1"))])
    assert merged["lacking"] == ["made by different versions of briefgen: 1.0, 1.1"]


def test_what_stands_in_several_is_kept_once_however_many() -> None:
    found = [
        {"severity": "error", "path": f"{n}", "line": 1, "rule": "uncited", "message": ""}
        for n in range(3000)
    ]
    one = {"version": 1, "summary": {}, "diagnostics": found}
    assert merge_reports([("a", one), ("b", one)])["diagnostics"] == found


def test_a_summary_that_would_be_refused_is_cut() -> None:
    built = [
        {"brief": f"b{n}", "audience": "desk", "reason": "forced", "files": ["x" * 100]} for n in range(9000)
    ]
    text = summarise({"built": built})
    assert len(text.encode()) < 2**20 - 4 * 65_536
    assert re.search(r"… and [\d,]+ lines more", text)


def test_first_pages_are_shown_where_they_are_published() -> None:
    files = ["a b/desk.html", "a b/desk.pdf"]
    built = [
        {"brief": "a b", "audience": "desk", "reason": "forced", "files": files},
        {"brief": "c", "audience": "desk", "reason": "forced", "files": ["c/desk.html"]},
    ]
    assert "<img" not in summarise({"built": built})
    head, rule, with_pdf, without = summarise({"built": built}, "https://example.org/x/").splitlines()[-4:]
    assert (head, rule) == ("| page | brief | audience | why | files |", "|---|---|---|---|---|")
    assert '<a href="https://example.org/x/a%20b/desk.pdf"><img src="https://example.org/x/index' in with_pdf
    assert without.startswith("|  | c |")


def test_an_address_that_would_break_the_table_is_refused(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text('{"version": 1, "summary": {}}')
    done = briefgen("report", "summary", tmp_path / "r.json", "--published", 'https://x.org/"><b>')
    assert (done.returncode, "takes an address" in done.stderr) == (2, True)


def test_reports_only() -> None:
    with pytest.raises(UsageFault, match=r"x\.json is no report"):
        merge_reports([("x.json", {"a": 1})])
    for broken in (
        {"built": [1]},
        {"diagnostics": [{"severity": "error"}]},
        {"built": "abc"},
        {"fresh": "z"},
    ):
        with pytest.raises(UsageFault, match=r"x\.json is no report"):
            merge_reports([("x.json", {"version": 1, "summary": {}, **broken})])
    with pytest.raises(UsageFault, match=r"x\.json is no report"):
        merge_reports([("x.json", {"version": 1, "summary": {"errors": "many"}})])
    assert summarise({"built": [], "fresh": 2}).splitlines()[2] == "0 built, 2 up to date, 0 refused"


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A Dask scheduler and two workers on loopback, started as anybody starts them."""
    pytest.importorskip("distributed")
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    logs = (tmp_path / "scheduler.log").open("wb")
    options = ["--host", "127.0.0.1", "--no-dashboard"]
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", *options, "--port", "0"]
    processes = [subprocess.Popen(scheduler, env=here, stdout=logs, stderr=logs, cwd=tmp_path)]
    try:
        address = _address(tmp_path / "scheduler.log")
        worker = [
            sys.executable,
            "-m",
            "distributed.cli.dask_worker",
            address,
            *options,
            "--nthreads",
            "1",
            "--no-nanny",
        ]
        processes += [
            subprocess.Popen(worker, env=here, stdout=logs, stderr=logs, cwd=tmp_path) for _ in range(2)
        ]
        yield address, processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


def _address(log: Path) -> str:
    for _ in range(300):
        found = re.search(rb"tcp://127\.0\.0\.1:\d+", log.read_bytes())
        if found:
            return found[0].decode()
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.mark.slow
def test_a_cluster_that_loses_a_worker_makes_the_same_bytes(
    program: Run, make_workspace: MakeWorkspace, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, processes = cluster
    brief = (Path(__file__).parents[1] / "examples/valid/one-fact/briefs/quay.yaml").read_text()
    root = make_workspace({f"briefs/b{number:02}.yaml": brief for number in range(30)})
    running = subprocess.Popen(
        [sys.executable, "-m", "briefgen", "-C", root, "build", "-f", "html,json", "--scheduler", address],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stderr=subprocess.PIPE,
        text=True,
    )
    for _ in range(600):
        if list((root / "dist").rglob("*.html")):
            break
        time.sleep(0.05)
    processes[2].kill()
    _, said = running.communicate(timeout=120)
    assert running.returncode == 0, said
    assert len(list((root / "dist").rglob("*.html"))) == 31
    made = {path.name + path.parent.name: path.read_bytes() for path in (root / "dist").rglob("default.*")}
    shutil.rmtree(root / "dist")
    shutil.rmtree(root / ".briefgen")
    assert program("-C", root, "build", "-f", "html,json", "-j", "1").returncode == 0
    assert made == {
        path.name + path.parent.name: path.read_bytes() for path in (root / "dist").rglob("default.*")
    }


def test_no_scheduler_there(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("briefgen.building.sharding.PATIENCE", 0.5)
    with pytest.raises(EnvironmentFault, match="no Dask scheduler"), executor_at("tcp://127.0.0.1:9"):
        pass
