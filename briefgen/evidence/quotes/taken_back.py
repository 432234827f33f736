"""Words beside a quote that take it back: `…, which is not true`, `contrary to reports that …`.

Owns their patterns, for English, where the reach of a negation does not show it: in clauses that speak of the whole quote.
"""

import re
from collections.abc import Iterator
from functools import cache

from briefgen.evidence.text.sentences import Span

_UNTRUE = (
    r"(?:not (?:true|correct|right|accurate|the case)(?!\s+(?:in|of|for|with|among|everywhere|elsewhere)\b)"
    r"|untrue|false|(?:wrong|incorrect)(?! to\b)|inaccurate|disproved|refuted)"
)
"""What is so but not everywhere (`which is not the case in Norway`) is still so; `it is wrong to doubt it` takes nothing back."""
_WORTHLESS = rf"(?:{_UNTRUE}|denied|disputed|rejected|retracted|withdrawn|corrected)"
_BE = (
    r"(?:is|are|was|were|proved|turned out|(?:has|have|had)(?: since| later)? been)(?: since| later| to be)*"
)
_CLAIM = r"(?:claim|report|figure|statement|number|account|version|estimate|allegation|assertion)"
_NOBODY = r"(?!(?:\w+ )?(?:nobody|no|none|nothing|few|neither|never|not|cannot|hardly|rarely|seldom)\b)"
DENYING = re.compile(
    r"\b(?:not (?:true|correct|right|accurate|the case)|untrue|false|wrong|incorrect|inaccurate|disproved|refute[sd]|den(?:y|ie[sd])"
    r"|dispute[sd]?|rejected|retract(?:s|ed)|withdr(?:ew|aws|awn)|corrected|contrary|took back|taken back)\b",
    re.IGNORECASE,
)
"""One of these stands in all that takes back; a cheap look, for most sentences have none."""


@cache
def _after() -> re.Pattern[str]:
    """A clause behind the quote that says of all of it what it is worth; compiled on first use, for it takes long."""
    return re.compile(
        rf"\s*[,(—–-]\s*(?:(?:which|this|that|it)\s+({_BE}\s+{_UNTRUE})"
        rf"|an? {_CLAIM} ((?:(?:that|which)\s+{_BE}\s+|(?:since |later )*){_WORTHLESS})"
        rf"|(?:which|an? {_CLAIM}(?: that)?)\s+(?!{_BE}\b){_NOBODY}((?:the )?\w+(?: \w+)? (?:denie[sd]|dispute[sd]?)))\b",
        re.IGNORECASE,
    )


@cache
def _after_claim() -> re.Pattern[str]:
    return re.compile(rf"\s*({_BE}\s+{_WORTHLESS})\b", re.IGNORECASE)


@cache
def _claim_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_CLAIM}|rumour|rumor|suggestion)s? that\s*\Z", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"\b(contrary to (?:\w+ ){{0,3}}?{_CLAIM}s?|(?:withdrew|withdrawn|retracted|took back|taken back|corrected) (?:\w+ ){{0,2}}?{_CLAIM}s?"
        r"|(?:wrong|false|incorrect|untrue) to (?:say|claim|report|write)) that\s*\Z",
        re.IGNORECASE,
    )


def taken_back(statement: str, raw: str, quote: Span, around: Span) -> Iterator[Span]:
    """Yield where words of the sentence `raw[around]` take back `raw[quote]`, unless `statement` denies something itself."""
    before = raw[around[0] : quote[0]]
    denies_after = DENYING.search(raw, quote[1], around[1]) is not None
    if not (denies_after or DENYING.search(before)) or DENYING.search(statement):
        return
    found = _after().match(raw, quote[1], around[1]) if denies_after else None
    if found is None and denies_after and _claim_before().search(before):
        found = _after_claim().match(raw, quote[1], around[1])
    if found is not None:
        yield found.span(found.lastindex or 0)
    elif said := _before().search(before):
        yield around[0] + said.start(1), around[0] + said.end(1)
