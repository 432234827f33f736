"""A seeded leak of each kind in a PDF is caught."""

import io
import json
from collections.abc import Callable

import pikepdf
import pytest

from tests.leaks.birds import leaks_of, secret_case


def pdf_with(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    change(pdf)
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return out.getvalue()


def _docinfo(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Keywords"] = "boats, Kestrel"


def _xmp(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:description"] = "Kestrel"


def _outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Kestrel", 0))


def attachment(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        pdf, data, description="", filename="", mime_type="", creation_date="", mod_date=""
    )


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["data.json"] = attachment(pdf, json.dumps({"a": "the kestrel"}).encode())


def _attachment_name(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["kestrel.txt"] = attachment(pdf, b"nothing")


def _alternative(pdf: pikepdf.Pdf) -> None:
    element = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem, S=pikepdf.Name.Figure, Alt=pikepdf.String("A Kestrel")
        )
    )
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pikepdf.Array([element]))
    )


def _white_text(pdf: pikepdf.Pdf) -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page = pdf.pages[0]
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(b"BT /F1 12 Tf 1 1 1 rg 72 72 Td (Kestrel) Tj ET")


def _size(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"101 12345 m 101 0 l S")


def test_the_figures_that_draw_a_page_are_no_leak() -> None:
    case, reader = secret_case()
    assert leaks_of(case, reader, {"pdf": pdf_with(_size)}) == set()


@pytest.mark.parametrize(
    "change", [_docinfo, _xmp, _outline, _attachment, _attachment_name, _alternative, _white_text]
)
def test_a_seeded_leak_in_a_pdf_is_caught(change: Callable[[pikepdf.Pdf], None]) -> None:
    case, reader = secret_case()
    assert leaks_of(case, reader, {"pdf": pdf_with(change)}) == {"fact-kestrel"}
    assert leaks_of(case, reader, {"pdf": pdf_with(lambda pdf: None)}) == set()
