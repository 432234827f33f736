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
    tmp_path: Path, briefgen: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    here, there = tmp_path / "here", tmp_path / "far" / "away" / "there"
    for root in (here, there):
        copytree(GALLERY, root)
    first = briefgen(
        "-C", here, "build", *BRIEFS, "-a", "modern", "-j", "1", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C"
    )
    second = briefgen(
        "build", *reversed(BRIEFS), "-a", "modern", "-j", "2", cwd=there,
        PYTHONHASHSEED="2", TZ="Pacific/Chatham", LC_ALL="tr_TR.UTF-8", HOME=str(tmp_path),
    )  # fmt: skip
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    ours, theirs = outputs(here / "dist"), outputs(there / "dist")
    assert len([name for name in ours if name.endswith(".pdf")]) == len(BRIEFS)
    assert {name for name in ours if ours[name] != theirs.get(name)} == set()
    assert not any(str(tmp_path).encode() in content for content in ours.values())
