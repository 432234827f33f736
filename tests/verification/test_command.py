"""`briefgen verify`."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.verification.published import data_of, doctored

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.mark.usefixtures("apart")
def test_the_command(pdf: Path, root: Path, briefgen: Run) -> None:
    well = briefgen("verify", str(pdf), cwd=root)
    assert well.returncode == 0
    assert [line.split()[0] for line in well.stdout.splitlines()[1:]] == ["holds"] * 8
    doctored(pdf, data_of(pdf).replace(b"2,500", b"3,500"))
    ill = briefgen("verify", str(pdf), "--format", "json", cwd=root)
    assert ill.returncode == 1
    (file,) = json.loads(ill.stdout)["files"]
    assert file["failed"] is True
    assert briefgen("verify", "none.pdf", cwd=root).returncode == 2


def test_a_file_that_cannot_be_read_does_not_keep_back_the_answers_about_others(
    pdf: Path, tmp_path_factory: pytest.TempPathFactory, briefgen: Run
) -> None:
    done = briefgen("verify", "none.pdf", str(pdf), cwd=tmp_path_factory.mktemp("elsewhere"))
    assert done.returncode == 2
    assert "none.pdf cannot be read" in done.stderr
    assert "holds  data" in done.stdout


def test_the_command_outside_of_a_workspace(
    pdf: Path, tmp_path_factory: pytest.TempPathFactory, briefgen: Run
) -> None:
    outside = briefgen("verify", str(pdf), cwd=tmp_path_factory.mktemp("elsewhere"))
    assert outside.returncode == 0
    assert outside.stdout.count("not asked") == 3
