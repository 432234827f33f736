"""What a build leaves behind when it is killed, interrupted or out of disk: whole files, a message, a next build."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]
BRIEF = (Path(__file__).parent / "examples/valid/one-fact/briefs/quay.yaml").read_text()
HERE = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "NO_COLOR": "1"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and file systems of Linux")


@pytest.fixture
def many(make_workspace: MakeWorkspace) -> Path:
    return make_workspace({f"briefs/b{number}.yaml": BRIEF for number in range(8)})


def started(root: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "briefgen", "-C", str(root), "build", "-f", "html,json", *more]
    return subprocess.Popen(command, env=HERE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def assert_whole(root: Path) -> None:
    for path in (root / "dist").rglob("*"):
        if path.is_dir() or path.name.startswith("."):
            continue
        text = path.read_text()
        assert text.rstrip().endswith("</html>") if path.suffix == ".html" else json.loads(text)


@pytest.mark.slow
def test_killed_at_any_moment_the_next_build_completes(many: Path, program: Run, tmp_path: Path) -> None:
    chance = random.Random(7)
    for _ in range(4):
        running = started(many, "-j", chance.choice(["1", "2"]))
        time.sleep(chance.uniform(0.3, 2.5))
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert_whole(many)
    time.sleep(0.2)
    assert program("-C", many, "build", "-f", "html,json").returncode == 0
    assert not list((many / "dist").rglob(".*"))
    clean = tmp_path / "clean"
    shutil.copytree(many, clean, ignore=shutil.ignore_patterns("dist", ".briefgen"))
    assert program("-C", clean, "build", "-f", "html,json", "-j", "1").returncode == 0
    made = {path.relative_to(many): path.read_bytes() for path in (many / "dist").rglob("*.*")}
    assert made == {path.relative_to(clean): path.read_bytes() for path in (clean / "dist").rglob("*.*")}


def _children(pid: int) -> list[int]:
    done = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False
    )
    return [int(each) for each in done.stdout.split()]


@pytest.mark.slow
def test_a_dead_worker_is_told_and_what_was_finished_stays(many: Path, program: Run) -> None:
    running = started(many, "-j", "2")
    for _ in range(200):
        workers = _children(running.pid)
        if workers:
            break
        time.sleep(0.02)
    else:
        pytest.skip("no worker was seen")
    os.kill(workers[0], signal.SIGKILL)
    _, said = running.communicate(timeout=60)
    assert running.returncode == 2
    assert "a worker process died" in said
    assert "Traceback" not in said
    assert_whole(many)
    assert program("-C", many, "build", "-f", "html,json").returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_with_a_word(many: Path, program: Run, jobs: str) -> None:
    running = started(many, "-j", jobs)
    for _ in range(600):
        if (many / "dist").exists() or running.poll() is not None:
            break
        time.sleep(0.05)
    if running.poll() is not None:
        pytest.skip("it was faster than the interruption")
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert running.returncode in (130, 0)
    assert "Traceback" not in said
    assert running.returncode == 0 or "stopped; what was finished is written" in said
    assert_whole(many)
    assert program("-C", many, "build", "-f", "html,json").returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 500 KB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=500k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a file system cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_told_and_leaves_whole_files(many: Path, program: Run, small_disk: Path) -> None:
    done = program("-C", many, "build", "-f", "html", "-o", small_disk / "dist")
    assert done.returncode == 2
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(small_disk.rglob(".*"))
    for path in small_disk.rglob("*.html"):
        assert path.read_text().rstrip().endswith("</html>")


def test_two_builds_at_once_corrupt_nothing(many: Path, program: Run) -> None:
    both = [started(many, "-j", "1"), started(many, "-j", "1")]
    ended = [(each.communicate(timeout=120)[1], each.returncode) for each in both]
    assert 0 in {code for _, code in ended}
    assert all(code == 0 or (code == 2 and "another build" in said) for said, code in ended)
    assert_whole(many)
    assert program("-C", many, "build", "-f", "html,json").stderr == "up to date\n"


def test_outputs_that_cannot_be_written(many: Path, program: Run) -> None:
    (many / "dist").mkdir()
    (many / "dist/b0").write_text("a file in the way")
    done = program("-C", many, "build", "-f", "json")
    assert (done.returncode, "b0" in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_bytes_depend_on_no_setting_of_the_machine(
    program: Run, make_workspace: MakeWorkspace, tmp_path: Path
) -> None:
    root = make_workspace()
    settings = [
        {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"},
    ]
    made = []
    for number, environment in enumerate(settings):
        out = tmp_path / f"out{number}"
        done = program(
            "-C", root, "build", "--force", "-f", "html,pdf,json,docx,md,txt", "-o", out, **environment
        )
        assert done.returncode == 0, done
        made.append({path.relative_to(out): path.read_bytes() for path in out.rglob("*.*")})
    assert made[0].keys() == made[1].keys()
    assert [str(name) for name in made[0] if made[0][name] != made[1][name]] == []


@pytest.mark.slow
@pytest.mark.parametrize("briefs", [["b0"], ["b0", "b1", "b2"]], ids=["one page", "several"])
def test_no_process_is_left_by_a_build_that_is_killed(many: Path, program: Run, briefs: list[str]) -> None:
    command = [sys.executable, "-m", "briefgen", "-C", str(many), "build", *briefs, "-f", "pdf", "-j", "2"]
    running = subprocess.Popen(command, env=HERE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for _ in range(600):
        if (many / "dist").exists() or running.poll() is not None:
            break
        time.sleep(0.05)
    running.kill()
    # The pipes close when the last process that holds them ends.
    running.communicate(timeout=20)
    done = program("-C", many, "build", *briefs, "-f", "pdf", "-j", "2")
    assert done.returncode == 0, done.stderr
    assert {path.stem for path in (many / "dist").iterdir()} >= set(briefs)
