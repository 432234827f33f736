"""The XMP packet of a PDF: PDF/A-3a and PDF/UA-1 in one `rdf:RDF`, and what briefgen says of the edition.

PDF/A allows a property outside the predefined schemas only where the packet describes it (ISO 19005-3, 6.6.2.3), and
PDF/UA's identifier is one of those; so both get an extension schema.
"""

import re
from hashlib import sha256
from xml.sax.saxutils import escape, quoteattr

from briefgen.pages.values import Metadata

NAMESPACE = "https://briefgen.org/ns/edition/1.0/"

UNSEALED = "0" * 64
"""Stands for a digest that is known only when the file is written: of its visible text, and of the file itself."""
SEAL = re.compile(rb"<briefgen:file>([0-9a-f]{64})</briefgen:file>")

_SCHEMA = """\
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{title}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property>
</rdf:li>
"""

_PROPERTY = """
<rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{name}</pdfaProperty:name>
<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>
<pdfaProperty:category>{category}</pdfaProperty:category>
<pdfaProperty:description>{description}</pdfaProperty:description>
</rdf:li>"""

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
 xmlns:briefgen="{namespace}">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
{properties}
<pdfaExtension:schemas><rdf:Bag>
{schemas}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def _schema(title: str, uri: str, prefix: str, *properties: tuple[str, str, str, str]) -> str:
    described = "".join(
        _PROPERTY.format(name=name, kind=kind, category=category, description=description)
        for name, kind, category, description in properties
    )
    return _SCHEMA.format(title=title, uri=uri, prefix=prefix, properties=described)


_SCHEMAS = _schema(
    "PDF/UA identification",
    "http://www.aiim.org/pdfua/ns/id/",
    "pdfuaid",
    ("part", "Integer", "internal", "Part of ISO 14289 that the file conforms to"),
) + _schema(
    "briefgen edition",
    NAMESPACE,
    "briefgen",
    ("marking", "Text", "external", "Traffic Light Protocol marking of the edition"),
    ("digest", "Text", "internal", "SHA-256 of the embedded edition data, in hexadecimal"),
    ("text", "Text", "internal", "SHA-256 of the letters and figures of the visible text, in hexadecimal"),
    (
        "file",
        "Text",
        "internal",
        "SHA-256 of this file with zeros in place of this very digest, in hexadecimal",
    ),
    ("size", "Text", "internal", "Size of the body type in points"),
)


def _alternatives(tag: str, text: str) -> str:
    # The default comes first; PDF/A readers look for x-default.
    return f'<{tag}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{tag}>'


def _list(tag: str, container: str, texts: tuple[str, ...]) -> str:
    entries = "".join(f"<rdf:li>{escape(text)}</rdf:li>" for text in texts)
    return f"<{tag}><rdf:{container}>{entries}</rdf:{container}></{tag}>"


def _simple(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"


def packet(metadata: Metadata, created: str, producer: str, digest: str | None, size: str) -> bytes:
    """The XMP packet in UTF-8. `created` is an ISO 8601 time; `digest` that of the embedded data."""
    properties = [
        _alternatives("dc:title", metadata.title),
        _list("dc:language", "Bag", (metadata.language,)),
        _list("dc:creator", "Seq", metadata.authors) if metadata.authors else "",
        _alternatives("dc:description", metadata.description) if metadata.description else "",
        _list("dc:subject", "Bag", metadata.keywords) if metadata.keywords else "",
        _simple("pdf:Keywords", ", ".join(metadata.keywords)) if metadata.keywords else "",
        _simple("pdf:Producer", producer),
        _simple("xmp:CreatorTool", metadata.generator),
        _simple("xmp:CreateDate", created),
        _simple("xmp:ModifyDate", created),
        _simple("briefgen:marking", metadata.marking) if metadata.marking else "",
        _simple("briefgen:digest", digest) if digest else "",
        _simple("briefgen:text", UNSEALED),
        _simple("briefgen:file", UNSEALED),
        _simple("briefgen:size", size),
    ]
    return _PACKET.format(
        namespace=quoteattr(NAMESPACE)[1:-1],
        properties="\n".join(filter(None, properties)),
        schemas=_SCHEMAS,
    ).encode()


def sealed(pdf: bytes, text_digest: str) -> bytes:
    """The PDF with the digests of its visible text and of itself in place; nothing else moves."""
    pdf = _stating(pdf, "text", text_digest)
    return _stating(pdf, "file", sha256(pdf).hexdigest())


def _stating(pdf: bytes, name: str, digest: str) -> bytes:
    before, placeholder = f"<briefgen:{name}>".encode(), UNSEALED.encode()
    assert pdf.count(before + placeholder) == 1
    return pdf.replace(before + placeholder, before + digest.encode(), 1)


def is_as_written(pdf: bytes) -> bool | None:
    """Whether a PDF is byte for byte the one that was sealed; None where it states no digest of itself."""
    stated = list(SEAL.finditer(pdf))
    if len(stated) != 1:
        return None
    start, end = stated[0].span(1)
    return sha256(pdf[:start] + UNSEALED.encode() + pdf[end:]).hexdigest() == stated[0][1].decode()
