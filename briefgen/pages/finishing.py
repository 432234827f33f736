"""Writes the PDF: PDF/A-3a and PDF/UA-1 in one file, with the edition's data embedded and no clock anywhere."""

from dataclasses import replace
from datetime import UTC
from functools import partial
from hashlib import sha256
from typing import Any

import weasyprint
from weasyprint.document import Document
from weasyprint.pdf.metadata import DocumentMetadata

from briefgen.pages.spelling import spelled
from briefgen.pages.tagging import languages
from briefgen.pages.values import Attachment, Copy, Metadata
from briefgen.pages.visible import digest as digest_of
from briefgen.pages.visible import extract
from briefgen.pages.xmp import packet, sealed

PRODUCER = f"WeasyPrint {weasyprint.VERSION}"


def write(document: Document, copy: Copy, size_pt: float) -> bytes:
    """The finished PDF of a laid out document.

    The metadata are those of `copy`, whatever the HTML says: a template cannot alter them, nor attach files.
    """
    metadata = replace(copy.metadata, created=copy.metadata.created.astimezone(UTC).replace(microsecond=0))
    document.metadata = _document_metadata(metadata)
    with languages(), spelled():
        pdf = document.write_pdf(
            pdf_variant="pdf/a-3a",
            pdf_tags=True,
            attachments=[_embedded(attachment, metadata) for attachment in copy.attachments],
            finisher=partial(_finish, copy=copy, metadata=metadata, size_pt=size_pt),
        )
    return sealed(pdf, digest_of(extract(pdf)))


def _iso(metadata: Metadata) -> str:
    return metadata.created.strftime("%Y-%m-%dT%H:%M:%SZ")


def _document_metadata(metadata: Metadata) -> DocumentMetadata:
    return DocumentMetadata(
        title=metadata.title,
        authors=list(metadata.authors),
        description=metadata.description or None,
        keywords=list(metadata.keywords),
        generator=metadata.generator,
        created=_iso(metadata),
        modified=_iso(metadata),
        lang=metadata.language,
    )


def _embedded(attachment: Attachment, metadata: Metadata) -> weasyprint.Attachment:
    # A name and a string: nothing is read from disk, and the times are ours.
    return weasyprint.Attachment(
        string=attachment.content,
        name=attachment.name,
        description=attachment.description,
        created=metadata.created,
        modified=metadata.created,
        relationship=attachment.relationship,
    )


def _finish(_document: Document, pdf: Any, copy: Copy, metadata: Metadata, size_pt: float) -> None:
    """The last touches on the PDF's objects, right before they are written."""
    digest = sha256(copy.attachments[0].content).hexdigest() if copy.attachments else None
    xmp = _object(pdf, pdf.catalog["Metadata"])
    xmp.stream = [packet(metadata, _iso(metadata), PRODUCER, digest, f"{size_pt:.2f}")]
    # Uncompressed, so that file managers and archives that know no PDF find it.
    xmp.compress = False
    if "AF" in pdf.catalog:
        # The engine lists every attachment twice.
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    for attachment in copy.attachments:
        _set_media_type(pdf, attachment)
    _say_blanks(pdf)


def _say_blanks(pdf: Any) -> None:
    """A blank that holds two words together on the page is a blank to those who copy, search or hear the text."""
    for found in pdf.objects:
        if isinstance(found, dict) and found.get("Type") == "/Font" and "ToUnicode" in found:
            says = _object(pdf, found["ToUnicode"])
            says.stream = [line.replace(b" <00a0>", b" <0020>") for line in says.stream]


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _set_media_type(pdf: Any, attachment: Attachment) -> None:
    """The engine guesses types from names and knows few of them."""
    for found in pdf.objects:
        if isinstance(found, dict) and found.get("Type") == "/Filespec" and _named(found, attachment.name):
            stream = _object(pdf, found["EF"]["F"])
            stream.extra["Subtype"] = "/" + attachment.media_type.replace("/", "#2f").replace("+", "#2b")


def _named(filespec: Any, name: str) -> bool:
    return bool(filespec["UF"].string == name)
