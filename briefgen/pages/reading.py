"""Reads back what a published PDF carries: the edition's data, their digest, the visible text and its digest.

Anybody may hand in any file. It is read in a process of its own, within limits on memory and time; what comes back
are values or a message, whatever the file holds.
"""

import json
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from xml.sax.saxutils import unescape

from briefgen.pages.xmp import NAMESPACE, is_as_written

MAX_DATA = 32 * 1024 * 1024
"""Largest embedded edition that is read, in bytes."""

MAX_PAGES = 200
"""No edition has more pages."""

SECONDS = 20


@dataclass(frozen=True, slots=True)
class Published:
    """What a PDF made by briefgen carries. Digests are None where the file does not state them."""

    data: str
    data_digest: str
    stated_digest: str | None
    text: str
    stated_text_digest: str | None
    stated: Mapping[str, str]
    """What the metadata say: title, language, keywords and marking, by the names that they have there."""
    as_written: bool | None
    """Whether the file is byte for byte the one that was written; None where it states no digest of itself."""
    added: Sequence[str]
    """The kinds of annotations in it that briefgen does not write."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file cannot be verified at all."""

    reason: str


def read(pdf: bytes) -> Published | Unreadable:
    """Reads a PDF in a process with limits."""
    from briefgen.sources.isolation import isolated_json

    if not pdf.startswith(b"%PDF-"):
        return Unreadable("it is no PDF")
    answer = isolated_json("published", pdf, SECONDS, module="briefgen.pages.reading")
    if answer is None:
        return Unreadable(
            "reading it needs too much memory or time: it is damaged, or built to exhaust its reader"
        )
    return Unreadable(answer["reason"]) if "reason" in answer else Published(**answer)


def read_here(pdf: bytes) -> Published | Unreadable:
    """As `read`, in this process: for the worker."""
    import pikepdf
    import pypdfium2

    try:
        carried = _carried(pdf)
        return carried if isinstance(carried, Unreadable) else _with_text(pdf, *carried)
    except pikepdf.PasswordError:
        return Unreadable("it is encrypted; briefgen encrypts nothing")
    except (pikepdf.PdfError, pypdfium2.PdfiumError, zlib.error, RecursionError):
        return Unreadable("it is damaged, or no PDF")
    except (AttributeError, KeyError, TypeError, ValueError, UnicodeError):
        return Unreadable("its parts are not in the form that briefgen writes")


def _carried(pdf: bytes) -> tuple[bytes, str, dict[str, str], list[str]] | Unreadable:
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        if len(document.pages) > MAX_PAGES:
            return Unreadable(f"it has more than {MAX_PAGES} pages")
        associated = document.Root.get("/AF")
        if not associated:
            return Unreadable("it carries no edition's data: briefgen did not make it, or they were removed")
        data = _inflated(associated[0].EF.F)
        metadata = document.Root.get("/Metadata")
        packet = "" if metadata is None else _inflated(metadata).decode()
        stated = {**dict(_of_document(document)), **dict(_of_packet(packet))}
        return data, packet, stated, sorted(set(_added(document)))


def _added(document: Any) -> Iterator[str]:
    """What kinds of annotations the pages have besides links, or links that show anything of their own."""
    for page in document.pages:
        for annotation in page.get("/Annots", ()):
            kind = str(annotation.get("/Subtype", "/none"))[1:]
            if kind != "Link" or "/AP" in annotation:
                yield kind


def _of_document(document: Any) -> Iterator[tuple[str, str]]:
    """What the catalogue and the Info dictionary say."""
    places = (("Lang", document.Root), ("Title", document.docinfo), ("Keywords", document.docinfo))
    for name, place in places:
        yield name, str(place.get(f"/{name}", ""))


def _of_packet(packet: str) -> Iterator[tuple[str, str]]:
    for name in ("dc:title", "dc:language", "dc:subject", "pdf:Keywords", "briefgen:marking"):
        found = re.findall(rf"<{name}>(?:<rdf:\w+><rdf:li[^>]*>)?([^<]*)<", packet)
        yield name, unescape(found[0]) if len(found) == 1 else ""


def _inflated(stream: Any) -> bytes:
    raw = bytes(stream.read_raw_bytes())
    filters = str(stream.get("/Filter", ""))
    if filters in {"", "[]"}:
        return raw
    if filters != "/FlateDecode":
        raise ValueError(filters)
    # Never more than asked for, whatever the stream would unfold to.
    unfolding = zlib.decompressobj()
    data = unfolding.decompress(raw, MAX_DATA)
    if unfolding.unconsumed_tail:
        raise ValueError("too much data")
    return data


def _with_text(
    pdf: bytes, data: bytes, packet: str, stated: Mapping[str, str], added: Sequence[str]
) -> Published:
    from hashlib import sha256

    from briefgen.pages.visible import extract

    return Published(
        data=data.decode(),
        data_digest=sha256(data).hexdigest(),
        stated_digest=_stated("digest", packet),
        text=extract(pdf),
        stated_text_digest=_stated("text", packet),
        stated=stated,
        as_written=is_as_written(pdf),
        added=added,
    )


def _stated(name: str, packet: str) -> str | None:
    if NAMESPACE not in packet:
        return None
    found = re.findall(rf"<briefgen:{name}>([0-9a-f]{{64}})</briefgen:{name}>", packet)
    return found[0] if len(found) == 1 else None


def main() -> None:
    """The process: limits itself, reads standard input, answers in JSON."""
    from briefgen.sources.worker import limit

    limit(int(sys.argv[2]))
    json.dump(asdict(read_here(sys.stdin.buffer.read())), sys.stdout)


if __name__ == "__main__":
    main()
