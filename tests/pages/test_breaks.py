"""What must not be parted by the end of a page."""

import json
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import yaml

from briefgen.audiences import resolve
from briefgen.building.production import produce
from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace

AUDIENCE = "label: Readers\nmin_body_pt: 12\nmax_pages: 2\ntheme: {typeface: large}\n"
FACTS = 16
"""So many that the timeline's heading and line have room on the first page, and its entries have none."""


def pages(make_workspace: Callable[..., Path], facts: int) -> list[str]:
    root = make_workspace({"templates/plain/audience.yaml": AUDIENCE})
    path = root / "briefs/quay.yaml"
    brief = yaml.safe_load(path.read_text())
    citations = [{"source": "port-notice", "quote": "The northern quay is closed"}]
    brief["key_facts"] = [{"statement": "The quay is closed.", "citations": citations}] * facts
    brief["timeline"] = [
        {"date": year, "statement": "Many words " * 12 + year, "citations": citations}
        for year in ("2030", "2031", "2032")
    ]
    brief["regional_context"] = brief["key_facts"][:8]
    path.write_text(json.dumps(brief))
    workspace = open_workspace(root)
    case = inspect(workspace, ("quay",)).briefs[0].case
    assert case is not None
    made = produce(case, resolve(workspace, "plain"), ("pdf",))
    with pypdfium2.PdfDocument(made.files["pdf"]) as document:
        return [str(page.get_textpage().get_text_range()) for page in document]


def test_a_timeline_is_not_parted_from_its_entries(make_workspace: Callable[..., Path]) -> None:
    first, second = pages(make_workspace, FACTS)
    assert ("Timeline" in first, "Many words" in first) in ((True, True), (False, False))
    assert "Many words" in first + second
