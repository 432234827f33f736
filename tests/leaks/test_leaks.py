"""The leak check: no combination of markings leaks, and a seeded leak of each kind is caught."""

import io
import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.audiences import FALLBACKS
from briefgen.checks.case import Case, build_case, effective_markings
from briefgen.documents.validation import Validated
from briefgen.editions import select, to_json
from briefgen.editions.clearance import clear
from briefgen.leaks import find_leaks, gather_secrets
from briefgen.leaks.words import words
from briefgen.models.audience import Audience
from briefgen.models.brief import Brief
from briefgen.models.settings import Settings
from briefgen.models.sources import SourceRecord
from briefgen.models.vocabulary import TLP
from briefgen.sources.extracted import Extracted
from briefgen.sources.library import Source

NAMES = ("Nightjar", "Kestrel", "Osprey", "Merlin", "Harrier", "Goshawk", "Buzzard", "Kite")
MARKINGS = st.sampled_from([None, *TLP])


def audience(marking: str, **more: object) -> Audience:
    known = {**FALLBACKS, "id": "desk", "label": "Desk", "chain": ("desk",), "marking": marking, **more}
    return Audience(**known)


def statement(name: str, number: int) -> str:
    return f"The {name} programme has {number} boats near the northern quay"


def make_case(
    items: list[dict[str, object]], markings: list[str | None], brief_marking: str = "TLP:CLEAR"
) -> Case:
    """A brief of facts on programmes, each citing a source of its own, with the markings given."""
    sources, facts = {}, []
    for index, (item, marking) in enumerate(zip(items, markings, strict=True)):
        name = NAMES[index]
        text = statement(name, 100 + index)
        record = SourceRecord.model_validate(
            {
                "id": f"source-{index}",
                "file": f"{name.lower()}.txt",
                "title": f"Log of {name}",
                "marking": marking,
            }
        )
        source = Source(record, Path(f"{name.lower()}.txt"), "seeds/sources.yaml", ("sources", index))
        source.__dict__["content"] = Extracted(text + ".\n", (), "text", "1")
        source.__dict__["raw"] = text.encode()
        sources[record.id] = source
        citation = {"source": record.id, "quote": text}
        facts.append({"id": f"fact-{name.lower()}", "statement": text + ".", "citations": [citation], **item})
    data = {
        "title": "Boats",
        "marking": brief_marking,
        "key_facts": facts,
        "positions": [],
        "open_questions": [],
        "regional_context": [],
    }
    case = build_case("boats", Validated(Brief.model_validate(data), (), {}), sources, Settings())
    assert case is not None
    return case


def leaks_of(case: Case, reader: Audience, outputs: dict[str, bytes]) -> set[str]:
    hidden = [item for item in case.items if item.name in clear(case, reader).withheld]
    secrets = gather_secrets(case, hidden, to_json(select(case, reader)))
    return {leak.item for leak in find_leaks(outputs, secrets)}


def kept_back(items: list[dict[str, Any]], markings: list[str | None], marking: str, policy: str) -> set[str]:
    """The items that the contract keeps from readers of `marking` at the desk, worked out once more and plainly."""
    levels: dict[str, int] = {}
    hidden: set[str] = set()
    for bird, item, source in zip(NAMES, items, markings, strict=False):
        own = (TLP.index(each or "TLP:CLEAR") for each in (item["marking"], source))
        name = f"fact-{bird.lower()}"
        levels[name] = max((*own, *(levels[each] for each in item["basis"])))
        elsewhere = item["audiences"] == ["press"]
        falls = policy == "withhold" and not hidden.isdisjoint(item["basis"])
        if levels[name] > TLP.index(marking) or elsewhere or falls:
            hidden.add(name)
    return hidden


@settings(max_examples=1000)
@given(st.data())
def test_no_combination_of_markings_leaks(data: st.DataObject) -> None:
    """1,000 random briefs, each for ten audiences: 10,000 combinations."""
    count = data.draw(st.integers(1, 4))
    names = [f"fact-{name.lower()}" for name in NAMES[:count]]
    items: list[dict[str, Any]] = [
        {
            "marking": data.draw(MARKINGS),
            "audiences": data.draw(st.sampled_from([None, ["desk"], ["press"]])),
            "basis": data.draw(st.lists(st.sampled_from(names[:index]), max_size=2, unique=True))
            if index
            else [],
            "supersedes": data.draw(st.lists(st.sampled_from(names[:index]), max_size=1)) if index else [],
        }
        for index in range(count)
    ]
    markings = data.draw(st.lists(MARKINGS, min_size=count, max_size=count))
    case = make_case(items, markings)
    seen: set[tuple[str, frozenset[str]]] = set()
    for marking, policy in product(TLP, ("withhold", "flag")):
        reader = audience(marking, withheld_basis=policy)
        output = to_json(select(case, reader))
        hidden = clear(case, reader).withheld
        told = {name for index, name in enumerate(names) if NAMES[index].lower() in output.lower()}
        assert told == set(names) - kept_back(items, markings, marking, policy)
        # Whether something leaks depends on nothing else, and many of the ten are alike.
        if (output, frozenset(hidden)) not in seen:
            assert leaks_of(case, reader, {"json": output.encode()}) == set()
        seen.add((output, frozenset(hidden)))


def secret_case() -> tuple[Case, Audience]:
    """Two facts, the second withheld with all that goes with it; only it cites its source."""
    text = statement("Kestrel", 101)
    hidden: dict[str, object] = {
        "marking": "TLP:RED",
        "tags": ["Zephyr"],
        "statement": f"Wessex pays. {text}, 12,345 in all.",
        "citations": [{"source": "source-1", "quote": text, "suffix": " of Lerwick"}],
        "allow": [{"rule": "uncited", "reason": "Known to Ambrose."}],
    }
    case = make_case([{}, hidden], [None, None])
    more = " All of its crews sleep ashore in the winter."
    case.sources["source-1"].__dict__["content"] = Extracted(text + "." + more, (), "text", "1")
    return case, audience("TLP:CLEAR")


HTML = "<!DOCTYPE html><html><head><title>Boats</title></head><body><p>{}</p></body></html>"
SEEDED: dict[str, bytes] = {
    "the statement": HTML.format("The Kestrel programme has 101 boats").encode(),
    "a name": HTML.format("as with KESTREL last year").encode(),
    "a figure": HTML.format("101 in all").encode(),
    "a tag": HTML.format("zephyr").encode(),
    "a comment": HTML.format("<!-- kestrel -->").encode(),
    "an attribute": HTML.format('<img alt="Kestrel" src="data:,">').encode(),
    "cut by tags": HTML.format("Kes<b>trel</b>").encode(),
    "entities": HTML.format("&#75;estrel").encode(),
    "soft hyphens": HTML.format("Kes&shy;trel").encode(),
    "another form of letters": HTML.format("Ｋestrel").encode(),
    "hidden text": HTML.format('<span style="display:none">kestrel</span>').encode(),
    "a style": HTML.format("<style>.kestrel{}</style>").encode(),
    "an id": HTML.format('<a id="fact-kestrel"></a>').encode(),
    "the source's file": HTML.format("from kestrel.txt").encode(),
    "accents": HTML.format("Késtrel").encode(),
    "marks without width": HTML.format("Kes\u2060trel").encode(),
    "a figure without its comma": HTML.format("12345 in all").encode(),
    "a stylesheet's comment": HTML.format("<style>/* 12,345 boats */</style>").encode(),
    "a picture": HTML.format(
        '<img alt="" src="data:image/svg+xml;base64,PHN2Zz48dGV4dD5LZXN0cmVsPC90ZXh0Pjwvc3ZnPg==">'
    ).encode(),
    "a name that only begins a sentence": HTML.format("as Wessex did").encode(),
    "what no item quotes of the source": HTML.format("all of its crews sleep ashore in the winter").encode(),
    "the context of a quote": HTML.format("in the port of Lerwick").encode(),
    "the reason of a waiver": HTML.format("as Ambrose says").encode(),
}


@pytest.mark.parametrize("kind", SEEDED)
def test_a_seeded_leak_in_html_is_caught(kind: str) -> None:
    case, reader = secret_case()
    assert leaks_of(case, reader, {"html": SEEDED[kind]}) == {"fact-kestrel"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Nightjar programme has 100 boats near the northern quay",
        "boats near the northern quay",
        '<svg viewBox="0 0 101 12345"><path d="M 101 12345"/></svg><style>p{width:101px}</style>',
    ],
)
def test_what_is_shown_is_no_leak(text: str) -> None:
    case, reader = secret_case()
    assert leaks_of(case, reader, {"html": HTML.format(text).encode()}) == set()


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


def test_a_word_that_the_end_of_a_line_parts_is_one_word() -> None:
    assert words("Kes\u0002trel Kes-\n trel") == ["kestrel", "kestrel"]


@pytest.mark.parametrize(
    "change", [_docinfo, _xmp, _outline, _attachment, _attachment_name, _alternative, _white_text]
)
def test_a_seeded_leak_in_a_pdf_is_caught(change: Callable[[pikepdf.Pdf], None]) -> None:
    case, reader = secret_case()
    assert leaks_of(case, reader, {"pdf": pdf_with(change)}) == {"fact-kestrel"}
    assert leaks_of(case, reader, {"pdf": pdf_with(lambda pdf: None)}) == set()


def test_a_judgement_falls_with_its_basis_or_says_so() -> None:
    items: list[dict[str, object]] = [
        {"audiences": ["press"]},
        {"basis": ["fact-nightjar"]},
        {"basis": ["fact-kestrel"]},
    ]
    case = make_case(items, [None, None, None])
    assert clear(case, audience("TLP:RED")).withheld == {"fact-nightjar", "fact-kestrel", "fact-osprey"}
    flagged = clear(case, audience("TLP:RED", withheld_basis="flag"))
    assert flagged.withheld == {"fact-nightjar"}
    assert flagged.bereft == {"fact-kestrel": ("fact-nightjar",)}


def test_the_marking_of_a_basis_reaches_through_judgements() -> None:
    case = make_case(
        [{"marking": "TLP:AMBER"}, {"basis": ["fact-nightjar"]}, {"basis": ["fact-kestrel"]}], [None] * 3
    )
    assert set(clear(case, audience("TLP:GREEN")).markings.values()) == {"TLP:AMBER"}
    assert clear(case, audience("TLP:GREEN")).withheld == {"fact-nightjar", "fact-kestrel", "fact-osprey"}


def test_markings_are_decided_once_however_many_ways_lead_to_an_item() -> None:
    """Forty layers of two facts, each drawn from both below: 2⁴⁰ ways."""
    facts: list[dict[str, object]] = [
        {"id": f"fact-{layer}-{side}", "statement": "It is so."}
        | ({"basis": [f"fact-{layer - 1}-a", f"fact-{layer - 1}-b"]} if layer else {"marking": "TLP:AMBER"})
        for layer in range(40)
        for side in "ab"
    ]
    data = {"title": "T", "key_facts": facts, "positions": [], "open_questions": [], "regional_context": []}
    case = build_case("t", Validated(Brief.model_validate(data), (), {}), {}, Settings())
    assert case is not None
    assert set(effective_markings(case).values()) == {"TLP:AMBER"}
