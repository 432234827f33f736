"""Letters with marks of their own: neither they nor the same letters without are lost from the text."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

from briefgen.audiences import resolve
from briefgen.building.production import produce
from briefgen.inspection.inspecting import inspect
from briefgen.pages.spelling import SILENT, mend
from briefgen.workspace import open_workspace


def test_a_letter_whose_mark_was_asked_first_still_says_itself(make_workspace: Callable[..., Path]) -> None:
    root = make_workspace({"templates/plain/audience.yaml": "label: Readers\n"})
    path = root / "briefs/quay.yaml"
    path.write_text(path.read_text().replace("title: Northern quay", "title: أُعدّ أن أحمد"), "utf-8")
    workspace = open_workspace(root)
    case = inspect(workspace, ("quay",)).briefs[0].case
    assert case is not None
    pdf = produce(case, resolve(workspace, "plain"), ("pdf",)).files["pdf"]
    with pypdfium2.PdfDocument(pdf) as document:
        words = document[0].get_textpage().get_text_range()
    assert words.count("أ") == 3
    with pikepdf.open(BytesIO(pdf)) as opened:
        maps = [
            found.ToUnicode.read_bytes()
            for found in opened.objects
            if isinstance(found, pikepdf.Dictionary) and "/ToUnicode" in found
        ]
    assert maps
    assert not any(b"<>" in table for table in maps)


def test_each_glyph_has_its_own_share() -> None:
    says = {1: "", 2: "أُ", 3: "fi", 4: "", 5: "e\u0301"}
    mend(says, {1: "أ", 2: "\u064f", 3: "\ufb01", 5: "\u00e9"})
    assert says == {1: "أ", 2: "\u064f", 3: "fi", 4: SILENT, 5: "e\u0301"}
