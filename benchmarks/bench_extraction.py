"""Extraction against the bare libraries, on the same documents in the same run.

Documents are made from a fixed seed. Run: python benchmarks/bench_extraction.py
"""

import io
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from typing import NamedTuple

import pikepdf
import pypdfium2
from selectolax.lexbor import LexborHTMLParser

from briefgen.sources.extraction import extract_bytes

WORDS = "the coalition mission is set to conclude by September 2025 with about 2,500 troops “transition” région".split()
STYLES = "".join(f".c{number}{{display:{'none' if number % 9 == 0 else 'block'}}}" for number in range(1500))


class Row(NamedTuple):
    """One measurement: what was timed, the time in milliseconds, and what it is held against."""

    name: str
    ms: float
    baseline: str
    baseline_ms: float


def make_words(count: int) -> str:
    dice = random.Random(1)
    return " ".join(dice.choice(WORDS) for _ in range(count))


def make_html(paragraphs: int) -> bytes:
    body = "".join(
        f'<div class="c{number % 40}"><p>{make_words(30)} <b>bold</b></p></div>'
        for number in range(paragraphs)
    )
    return f"<!DOCTYPE html><meta charset=utf-8><style>{STYLES}</style><main>{body}</main>".encode()


def make_pdf(pages: int) -> bytes:
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for number in range(pages):
        page = pdf.add_blank_page()
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        lines = "".join(
            f"0 -12 Td (Line {line} of page {number}: troops leave by May) Tj " for line in range(50)
        )
        page.Contents = pdf.make_stream(f"BT /F1 10 Tf 20 780 Td {lines} ET".encode())
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def bare_pdf(data: bytes) -> int:
    return sum(len(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(data))


def best(work: Callable[[], object], times: int = 5) -> float:
    """The shortest of several runs, in milliseconds."""
    spans = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spans.append(time.perf_counter() - start)
    return min(spans) * 1000


def run() -> list[Row]:
    """All measurements."""
    text, html, pdf = make_words(16_000).encode(), make_html(500), make_pdf(100)
    os.environ["BRIEFGEN_CACHE"] = "off"
    rows = [
        Row(
            f"txt, {len(text) // 1000} KB",
            best(lambda: extract_bytes(text, ".txt")),
            "bytes.decode",
            best(text.decode),
        ),
        Row(
            f"html, {len(html) // 1000} KB",
            best(lambda: extract_bytes(html, ".html")),
            "selectolax text()",
            best(lambda: LexborHTMLParser(html).text()),
        ),
        Row(
            "pdf, 100 pages",
            best(lambda: extract_bytes(pdf, ".pdf")),
            "pypdfium2, no process",
            best(lambda: bare_pdf(pdf)),
        ),
    ]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BRIEFGEN_CACHE"] = folder
        extract_bytes(pdf, ".pdf")
        rows.append(
            Row(
                "pdf, remembered",
                best(lambda: extract_bytes(pdf, ".pdf")),
                "pypdfium2, no process",
                rows[2].baseline_ms,
            )
        )
    return rows


if __name__ == "__main__":
    for row in run():
        ratio = row.ms / row.baseline_ms
        sys.stdout.write(
            f"{row.name:18} {row.ms:9.2f} ms   {row.baseline:22} {row.baseline_ms:9.2f} ms   {ratio:7.2f} times\n"
        )
