"""A command with nothing to do is answered at once, whatever its words are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.building.settled import PLACE, command_key
from tests.conftest import BRIEF, NOTICE, write_files
from tests.threebriefs import FILES

CODE = """
import sys
from briefgen.cli import main
main()
print(sorted({"typer", "pydantic", "yaml", "jinja2"} & sys.modules.keys()))
"""


AT_ONCE = "[]\n"


def test_the_program_answers_at_once_and_loads_nothing(tmp_path: Path) -> None:
    root = tmp_path / "ws"
    write_files(root, {"briefs/quay.yaml": BRIEF, "seeds/notice.txt": NOTICE, **FILES})
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words], cwd=root / "briefs", env=here, capture_output=True, text=True
        )

    first = run("-m", "briefgen", "build", "-f", "json")
    assert (first.returncode, first.stderr.splitlines()[-1]) == (0, "built 6 editions")
    second = run("-c", CODE, "build", "-f", "json")
    assert (second.returncode, second.stderr, second.stdout) == (0, "up to date\n", AT_ONCE)


@pytest.mark.parametrize("shard", [(), ("--shard", "1/1"), ("--shard=1/2",)])
def test_a_report_is_written_as_by_a_close_look(tmp_path: Path, shard: tuple[str, ...]) -> None:
    root = tmp_path / "ws"
    write_files(root, {"briefs/quay.yaml": BRIEF, "seeds/notice.txt": NOTICE, **FILES})
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}

    def run(*words: str) -> str:
        command = [sys.executable, "-c", CODE, "build", "-f", "json", *shard, *words]
        done = subprocess.run(command, cwd=root, env=here, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run()
    (root / PLACE).unlink()
    assert run("--report", "close.json") != AT_ONCE
    assert run("--explain", "--report=quick.json") == AT_ONCE, "the report itself is no other command"
    assert run() == AT_ONCE
    assert (root / "quick.json").read_bytes() == (root / "close.json").read_bytes()


def test_words_that_are_no_option_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    same = (["build"], ["build", "--report", "a"], ["build", "--explain", "--report=b"])
    assert len({command_key(tmp_path, list(words)) for words in same}) == 1
    others = (
        ["build", "--", "--report", "a"],
        ["build", "-o", "--report"],
        ["build", "-o", "--explain"],
        ["build", "x"],
    )
    assert len({command_key(tmp_path, list(words)) for words in (["build"], *others)}) == 5
