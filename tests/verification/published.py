"""Published PDFs, honest and doctored ones, and what is found in them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf

from briefgen.audiences import resolve
from briefgen.building.production import produce
from briefgen.inspection.inspecting import inspect
from briefgen.verification import Verdict, verify
from briefgen.workspace import open_workspace
from tests.conftest import REGISTER

NOTICE = "The northern quay has closed for 2,500 ships and 80 ferries until further notice. Ferries run as usual.\n"
BRIEF = """\
title: Northern quay
prepared: 2026-11-20
key_facts:
  - id: closure
    statement: The northern quay has closed for {ships} ships and 80 ferries.
    citations:
      - {{source: port-notice, quote: "closed for 2,500 ships and 80 ferries"}}
positions: []
open_questions: []
regional_context: []
"""
SOUND = {"briefs/quay.yaml": BRIEF.format(ships="2,500"), "seeds/notice.txt": NOTICE}
FILES = {"seeds/sources.yaml": REGISTER, **SOUND}


def built(root: Path) -> Path:
    """The brief's PDF for the default audience, beside the workspace."""
    workspace = open_workspace(root)
    (brief,) = inspect(workspace, workspace.select(("quay",))).briefs
    assert brief.case is not None
    produced = produce(brief.case, resolve(workspace, "default"), ("pdf",))
    assert produced.findings == ()
    path = root / "published.pdf"
    path.write_bytes(produced.files["pdf"])
    return path


def holding(verdict: Verdict) -> Mapping[str, bool | None]:
    return {answer.question: answer.holds for answer in verdict.answers}


def asked(path: Path, root: Path | None = None) -> Mapping[str, bool | None]:
    return holding(verify(path, open_workspace(root) if root else None))


def doctored(path: Path, data: bytes | None = None, packet: Callable[[str], str] | None = None) -> Path:
    """The file with other data embedded, or with its XMP packet changed."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        if data is not None:
            document.Root.AF[0].EF.F.write(data)
        if packet is not None:
            stream = document.Root.Metadata
            stream.write(packet(stream.read_bytes().decode()).encode())
        document.save(path, static_id=True)
    return path


def data_of(path: Path) -> bytes:
    with pikepdf.open(path) as document:
        return bytes(document.Root.AF[0].EF.F.read_bytes())
