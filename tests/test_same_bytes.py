"""One workspace, two machines as unlike as a test can make them: the same bytes."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

GALLERY = Path(__file__).parent / "examples" / "gallery"
BRIEFS = ("reservoir-levels", "awi-hewrin", "mist-velmark")


def outputs(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_folders_job_counts_hash_seeds_time_zones_and_locales(
    tmp_path: Path, program: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    here, there = tmp_path / "here", tmp_path / "far" / "away" / "there"
    for root in (here, there):
        copytree(GALLERY, root)
    first = program(
        "-C", here, "build", *BRIEFS, "-a", "modern", "-j", "1", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C"
    )
    second = program(
        "build", *reversed(BRIEFS), "-a", "modern", "-j", "2", cwd=there,
        PYTHONHASHSEED="2", TZ="Pacific/Chatham", LC_ALL="tr_TR.UTF-8", HOME=str(tmp_path),
    )  # fmt: skip
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    ours, theirs = outputs(here / "dist"), outputs(there / "dist")
    assert len([name for name in ours if name.endswith(".pdf")]) == len(BRIEFS)
    assert {name for name in ours if ours[name] != theirs.get(name)} == set()
    assert not any(str(tmp_path).encode() in content for content in ours.values())


def test_a_page_set_in_a_process_of_its_own(
    tmp_path: Path, program: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    """One edition alone is made by two processes; what is faulty is told alike."""
    told = {}
    for jobs in ("1", "2"):
        root = tmp_path / jobs
        copytree(GALLERY, root)
        sound = program("-C", root, "build", "awi-hewrin", "-a", "modern", "-j", jobs)
        assert sound.returncode == 0, sound.stderr
        (root / "templates/modern/audience.css").write_text('html::after { content: "\\1F980" }')
        faulty = program("-C", root, "build", "awi-hewrin", "-a", "modern", "-j", jobs, "-f", "pdf,html")
        told[jobs] = (faulty.returncode, faulty.stderr, outputs(root / "dist"))
    assert told["1"] == told["2"]
    assert told["1"][0] == 1
    assert "glyph-missing" in told["1"][1]
