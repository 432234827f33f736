"""A small brief and its stylesheet, independent of the templates that ship."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from briefgen.pages import Attachment, Copy, Metadata

CSS = """
@page{margin:14mm 16mm;@bottom-center{content:"TLP:GREEN";font-family:"Briefgen Sans";font-size:12pt}}
body{font-family:"Briefgen Serif","Briefgen Arabic";line-height:1.35;margin:0}
h1,h2,th{font-family:"Briefgen Serif Bold";font-weight:400}
h1{font-size:1.8rem;margin:.2rem 0}h2{font-size:1.1rem;margin:.6rem 0 .2rem;break-after:avoid}
ul,ol{margin:0;padding-left:1.2rem}table{width:100%;table-layout:fixed;border-collapse:collapse}
th{text-align:left}th[scope=row],thead th:first-child{width:20%}
td,th{padding:.1rem .3rem .1rem 0;vertical-align:top}ol{font-size:.75rem}
sup{font-size:.65em;line-height:0}a{color:inherit;text-decoration:none}
"""

SENTENCE = (
    "The mission is to end by September 2025 under a bilateral arrangement, officials of both sides said"
)

METADATA = Metadata(
    title="A brief",
    language="en",
    authors=("A. Analyst", "B. Analyst"),
    description="What is settled & what is not",
    keywords=("troops", "transition"),
    marking="TLP:GREEN",
    generator="briefgen 0",
    created=datetime(2026, 11, 20, tzinfo=UTC),
)


@dataclass(frozen=True, slots=True)
class Specimen:
    """Makes copy to set."""

    css: str = CSS
    sentence: str = SENTENCE

    def item(self, name: str, priority: str = "should", text: str = SENTENCE) -> str:
        return f'<li data-item="{name}" data-priority="{priority}">{text}.</li>'

    def page(self, *items: str, more: str = "", head: str = "") -> str:
        return (
            f'<!doctype html><html lang="en"><head><title>A brief</title>{head}</head><body><h1>A brief</h1>'
            f"<main><h2>Key facts</h2><ul>{''.join(items)}</ul>{more}</main></body></html>"
        )

    def copy(self, html: str) -> Copy:
        return Copy(
            html, METADATA, (Attachment("edition.json", b'{"title": "A brief"}', description="Data"),)
        )

    def of(self, count: int, *priorities: str, more: str = "") -> Copy:
        """Copy with so many items, of the priorities given in turn."""
        turn = priorities or ("should",)
        items = (self.item(f"fact-{number}", turn[number % len(turn)]) for number in range(count))
        return self.copy(self.page(*items, more=more))


@pytest.fixture
def specimen() -> Specimen:
    return Specimen()
