"""What people write where a field takes certain words only, and what they mean by it.

Owns the words of other schemes (TLP 1, percentages, everyday English) by field. Of markings only those are known that
mean the same; no other is guessed, since the nearest in letters may be less strict.
"""

import re
from collections.abc import Mapping, Sequence

CHOICES: Mapping[str, Mapping[str, str]] = {
    "marking": {"white": "TLP:CLEAR"},
    "confidence": {"medium": "moderate", "med": "moderate", "mid": "moderate", "strong": "high", "weak": "low"},
    "likelihood": {
        "highly likely": "very likely", "highly unlikely": "very unlikely", "almost certainly": "almost certain",
        "very probable": "highly probable", "very improbable": "highly improbable", "certain": "almost certain",
        "even chance": "roughly even chance", "even": "roughly even chance", "50-50": "roughly even chance",
        "even odds": "roughly even odds", "impossible": "almost no chance",
    },
    "priority": {
        "high": "must", "essential": "must", "1": "must", "medium": "should", "normal": "should", "2": "should",
        "low": "could", "optional": "could", "may": "could", "3": "could",
    },
    "relation": {
        "contradicts": "disputes", "contradicting": "disputes", "refutes": "disputes", "denies": "disputes",
        "opposes": "disputes", "confirms": "supports", "supporting": "supports", "backs": "supports",
        "partial": "partly", "partially": "partly",
    },
    "credibility": {
        "confirmed": "1", "probably true": "2", "possibly true": "3", "doubtful": "4", "doubtfully true": "4",
        "improbable": "5", "cannot be judged": "6", "unknown": "6",
    },
    "reliability": {
        "completely reliable": "A", "reliable": "A", "usually reliable": "B", "fairly reliable": "C",
        "not usually reliable": "D", "unreliable": "E", "cannot be judged": "F", "unknown": "F",
    },
    "evidence": {"full": "quotes", "yes": "quotes", "true": "quotes", "sources": "notes", "no": "none", "false": "none"},
    "page": {"us letter": "Letter", "us": "Letter"},
    "kind": {"column": "bar", "columns": "bar", "bars": "bar", "lines": "line"},
    "type": {
        "newspaper": "article-newspaper", "news": "article-newspaper", "news article": "article-newspaper",
        "newspaper article": "article-newspaper", "magazine": "article-magazine", "journal": "article-journal",
        "journal article": "article-journal", "web page": "webpage", "website": "webpage", "web": "webpage",
        "blog": "post-weblog", "blog post": "post-weblog", "tweet": "post", "law": "legislation", "act": "legislation",
        "tv": "broadcast", "radio": "broadcast", "data": "dataset", "film": "motion_picture", "letter": "personal_communication",
    },
    "rules": {"warn": "warning", "fatal": "error", "note": "info", "notice": "info", "ignore": "off", "none": "off"},
}  # fmt: skip
"""By field: words that it does not take, folded, and the one that is meant."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "party": ("actor",), "holder": ("actor",), "who": ("actor",), "speaker": ("actor",),
    "text": ("statement", "quote"), "claim": ("statement",), "fact": ("statement",), "answer": ("statement",),
    "name": ("literal", "label", "title"), "heading": ("title",), "headline": ("title",),
    "date": ("issued", "as_of"), "published": ("issued",), "retrieved": ("accessed",),
    "link": ("URL",), "href": ("URL",), "website": ("URL",), "path": ("file",), "filename": ("file",),
    "font": ("typeface",), "color": ("accent",), "colour": ("accent",), "tlp": ("marking",), "classification": ("marking",), "evidence": ("citations",), "references": ("citations",),
    "sources": ("citations",), "probability": ("likelihood",), "summary": ("bottom_line",), "facts": ("key_facts",),
    "context": ("regional_context",), "questions": ("open_questions",), "last": ("family",), "first": ("given",),
}  # fmt: skip
"""Names of fields in everyday words, and the fields that may be meant."""
RANGES = ((1, "almost no chance"), (5, "almost no chance"), (20, "very unlikely"), (45, "unlikely"), (55, "roughly even chance"), (80, "likely"), (95, "very likely"), (100, "almost certain"))  # fmt: skip
"""Upper ends of the ranges in per cent that ICD 203 gives to its terms."""
ENTRIES: Mapping[str, str] = {
    "author": "{{literal: {0}}}",
    "allow": "{{rule: {0}, reason: …}}",
    "citations": "{{source: …, quote: {0}}}",
}
"""How one entry of a list is written, by field, for those who wrote its text alone."""


def same(written: str, choices: Sequence[str]) -> str | None:
    """The choice that `written` is but for its case, its blanks and its joining signs."""
    return next((choice for choice in choices if _bare(choice) == _bare(written)), None)


def _bare(text: str) -> str:
    return re.sub(r"[\s:_+-]", "", text.casefold().removeprefix("tlp"))


def meant_choice(field: str, written: str) -> str | None:
    """The word that `field` takes for what was written; None where no other word means the same."""
    folded = " ".join(written.casefold().split())
    if field == "marking":
        folded = folded.removeprefix("tlp").lstrip(": ")
    share = re.fullmatch(r"(?:about |c\. ?|~)?(\d{1,3})(?:[.,]\d+)? ?(?:%|per ?cent)", folded)
    if field == "likelihood" and share:
        return next((term for end, term in RANGES if int(share[1]) <= end), None)
    return CHOICES.get(field, {}).get(folded)


def meant_field(written: str, known: Sequence[str]) -> str | None:
    """The field of `known` that an everyday word stands for."""
    return next((name for name in FIELDS.get(written.casefold(), ()) if name in known), None)


def as_entry(field: str, written: str) -> str | None:
    """The entry of the list `field` that says `written`."""
    form = ENTRIES.get(field)
    return form.format(written) if form else None


def as_number(written: str) -> str | None:
    """The one number in `written`: 9 in `9pt`, 2500 in `2,500`, -33 in `33S`."""
    found = re.findall(r"-?\d+(?:[.,]\d+)*", written.replace("−", "-"))
    if len(found) != 1:
        return None
    number = re.sub(r",(?=\d{3}(?:\D|\Z))", "", found[0])
    south = re.fullmatch(r"\d+(?:\.\d+)? ?°? ?[SW]", written.strip(), re.IGNORECASE)
    return f"-{number}" if south else number if re.fullmatch(r"-?\d+(?:\.\d+)?", number) else None
