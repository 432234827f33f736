"""Briefs of facts on programmes that are called after birds, one of which is kept from the reader."""

from pathlib import Path

from briefgen.audiences import FALLBACKS
from briefgen.checks.case import Case, build_case
from briefgen.documents.validation import Validated
from briefgen.editions import select, to_json
from briefgen.editions.clearance import clear
from briefgen.leaks import find_leaks, gather_secrets
from briefgen.models.audience import Audience
from briefgen.models.brief import Brief
from briefgen.models.settings import Settings
from briefgen.models.sources import SourceRecord
from briefgen.sources.extracted import Extracted
from briefgen.sources.library import Source

NAMES = ("Nightjar", "Kestrel", "Osprey", "Merlin", "Harrier", "Goshawk", "Buzzard", "Kite")


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
