"""Documents made on the spot, and what is read of them."""

import io
from pathlib import Path

import docx
import pikepdf

from briefgen.sources.extracted import Extracted, SourceFault
from briefgen.sources.extraction import extract_bytes, load


def make_pdf(*pages: str, encryption: pikepdf.Encryption | bool = False) -> bytes:
    """A PDF with one line of text a page."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for text in pages:
        page = pdf.add_blank_page(page_size=(300, 300))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode("latin-1"))
    out = io.BytesIO()
    pdf.save(out, encryption=encryption)
    return out.getvalue()


def make_docx(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(data: bytes, suffix: str) -> str:
    extracted = extract_bytes(data, suffix)
    assert isinstance(extracted, Extracted), extracted
    return extracted.text


def fault_of(data: bytes, suffix: str) -> SourceFault:
    fault = extract_bytes(data, suffix)
    assert isinstance(fault, SourceFault)
    assert fault.help
    return fault


def fault_at(path: Path) -> SourceFault:
    data = load(path)
    assert isinstance(data, SourceFault)
    return data
