"""Words beside a quote that take it back: `…, which is not true`, `contrary to reports that …`.

Owns their patterns, for English, where the reach of a negation does not show it: in clauses that speak of the whole quote.
"""

import re
from collections.abc import Iterator

from briefgen.evidence.text.sentences import Span

_UNTRUE = r"(?:not (?:true|correct|right|accurate|the case)|untrue|false|wrong|incorrect|inaccurate|disproved|refuted)"
_WORTHLESS = rf"(?:{_UNTRUE}|denied|disputed|rejected|retracted|withdrawn|corrected)"
_BE = (
    r"(?:is|are|was|were|proved|turned out|(?:has|have|had)(?: since| later)? been)(?: since| later| to be)*"
)
_CLAIM = r"(?:claim|report|figure|statement|number|account|version|estimate|allegation|assertion)"
AFTER = re.compile(
    rf"\s*[,(—–-]\s*(?:(?:which|this|that|it)\s+({_BE}\s+{_UNTRUE})"
    rf"|an? {_CLAIM} (?:that|which)\s+({_BE}\s+{_WORTHLESS})"
    rf"|(?:which|an? {_CLAIM}(?: that)?)\s+(?!{_BE}\b)((?:the )?\w+(?: \w+)? (?:denie[sd]|disputed?s?)))\b",
    re.IGNORECASE,
)
"""A clause behind the quote that says of all of it what it is worth."""
AFTER_CLAIM = re.compile(rf"\s*({_BE}\s+{_WORTHLESS})\b", re.IGNORECASE)
CLAIM_BEFORE = re.compile(rf"\b(?:{_CLAIM}|rumour|rumor|suggestion)s? that\s*\Z", re.IGNORECASE)
BEFORE = re.compile(
    rf"\b(contrary to (?:\w+ ){{0,3}}?{_CLAIM}s?|(?:withdrew|withdrawn|retracted|took back|taken back|corrected) (?:\w+ ){{0,2}}?{_CLAIM}s?"
    r"|(?:wrong|false|incorrect|untrue) to (?:say|claim|report|write)) that\s*\Z",
    re.IGNORECASE,
)
DENYING = re.compile(
    rf"\b(?:{_WORTHLESS}|den(?:y|ies)|disputes?|contrary|withdrew|withdraws|refutes?|retracts?)\b",
    re.IGNORECASE,
)


def taken_back(statement: str, raw: str, quote: Span, around: Span) -> Iterator[Span]:
    """Yield where words of the sentence `raw[around]` take back `raw[quote]`, unless `statement` denies something itself."""
    if DENYING.search(statement):
        return
    found = AFTER.match(raw, quote[1], around[1])
    if found is None and CLAIM_BEFORE.search(raw[around[0] : quote[0]]):
        found = AFTER_CLAIM.match(raw, quote[1], around[1])
    if found is not None:
        yield found.span(found.lastindex or 0)
    elif before := BEFORE.search(raw[around[0] : quote[0]]):
        yield around[0] + before.start(1), around[0] + before.end(1)
