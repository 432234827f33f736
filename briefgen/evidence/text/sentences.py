"""Where sentences begin and end.

Owns one segmentation for everything that looks at "the sentence of a quote". It works on raw text as sources have
it: one paragraph a line, or lines wrapped at a fixed width, headings and list items without a full stop.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]
"""Offsets into the text, the end exclusive."""

TERMINAL = r"(?:(?<![.!?…])[.!?…]++|[\u061f\u06d4\u0589\u0964\u0965\u1362])"
CLOSERS = "[\"'”’»›)\\]」』】]*+"
FOOTNOTE = r"(?:\[\w{1,3}\]|[\u00b9\u00b2\u00b3\u2070-\u2079*†‡])*+"
NUMBERED = r"(?:(?:(?<=[a-z]{3}\.)|(?<=[a-z]{2}\.[”\"]))\d{1,2}(?=\s+[A-Z“]))?"
"""A footnote's number whose raised place is lost, as in texts drawn from a PDF."""
FULL_STOP = rf"{TERMINAL}{CLOSERS}{FOOTNOTE}{NUMBERED}(?=\s|\Z)"
IDEOGRAPHIC_STOP = "[。！？｡]+[”’」』】）]*"
GLUED_STOP = r"(?<=[a-z]{2})[.!?]+[”’]?(?=[A-Z][a-z])"
BREAK = r"\n[^\S\n]*\n\s*|\f\s*|[\u2029]\s*|\n\s*(?=[-*•‣▪–—]\s|\d{1,2}[.)]\s)"
ANY_END = re.compile(
    f"(?P<stop>{FULL_STOP})|(?P<cjk>{IDEOGRAPHIC_STOP})|(?P<glued>{GLUED_STOP})"
    rf"|(?P<gap>{BREAK})|(?P<line>\n)"
)
MAY_END = re.compile("[.!?…\u061f\u06d4\u0589\u0964\u0965\u1362。！？｡\n\f\u2029]")
"""What every end begins with: a plain set of characters, which is looked for ten times faster."""
LAST_WORD = re.compile(r"[^\s(\[“\"'‘«]+\Z")
MONTH_OF_ORDINAL = re.compile(r"(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sept|Okt|Nov|Dez)[a-zä]*\b")
"""German, where `3. Mai` is a date."""
INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")

ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof sr jr st sen rep gov gen col lt maj capt sgt adm cmdr brig pres hon rev fr messrs mx
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    no nos vol vols ch chap sec fig figs art arts para paras pp ed eds cf vs v al approx ca c est dept univ
    inc ltd co corp bros llc plc mt ft ave blvd rd e.g i.e etc viz ibid op a.m p.m u.s u.k u.n e.u d.c ph.d
    m mm mme mlle mgr bd av env p.ex janv févr avr juill
    hr fr dr bzw ca d.h z.b u.a usw vgl nr str abs bspw ggf mio mrd tel
    sra srta ud uds dna núm pág ee.uu
    г гг им ул д стр см т.е т.д т.п др
    """.split()
)
"""Words that carry a full stop without ending a sentence, folded to lower case, the last stop left out."""

OFTEN_LAST = frozenset({"etc", "inc", "ltd", "co", "corp", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c", "jr", "г", "гг", "т.д", "т.п", "др", "usw"})  # fmt: skip
"""Abbreviations that do stand at the end of sentences: there a capital letter after them decides."""


MAGNITUDES = frozenset(("тыс", "млн", "млрд", "тис"))
"""What has its noun behind it in small letters, or its currency in capitals; in scripts where nouns have no capital."""


def sentences(text: str) -> list[Span]:
    """Return the sentences of `text` in order, without the blanks between them."""
    return list(_sentences(text))


def sentences_within(spans: list[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return those of `spans` that share a character with `[start:end)`."""
    return tuple(span for span in spans if span[0] < end and start < span[1])


def _sentences(text: str) -> Iterator[Span]:
    width = max((len(line) for line in text.split("\n")), default=0)
    begin = 0
    for match in possible_ends(text):
        if not _ends(text, match, width):
            continue
        stop = match.end() if match.lastgroup in ("stop", "cjk", "glued") else match.start()
        yield from _trimmed(text, begin, stop)
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def possible_ends(text: str) -> Iterator[re.Match[str]]:
    """Yield what `ANY_END.finditer(text)` does, tried only where an end may begin."""
    place = MAY_END.search(text)
    while place is not None:
        match = ANY_END.match(text, place.start())
        if match is not None:
            yield match
        place = MAY_END.search(text, (match or place).end())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    kept = piece.strip()
    if kept:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(kept)


def _ends(text: str, match: re.Match[str], width: int) -> bool:
    if match.lastgroup == "stop":
        return _is_end(text, match)
    if match.lastgroup == "line":
        return _is_heading_or_item(text, match.start(), width)
    return True


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Tell a full stop from that of an abbreviation or an initial."""
    following = text[match.end() : match.end() + 40].lstrip()
    first = following.lstrip("\"'“‘«‹(—–- ")[:1]
    if first.islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    found = LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    word = found[0].lower() if found else ""
    if word.isdecimal() and MONTH_OF_ORDINAL.match(following):
        return False
    if word in OFTEN_LAST:
        return first.isupper() and _starts_a_sentence(following)
    if word in MAGNITUDES or (found and _is_unit(text, found)):
        return following[:1].isupper() and following[1:2].islower()
    return not (word in ABBREVIATIONS or (INITIAL.match(word) and word not in ("i", "à", "y", "o")))


def _is_unit(text: str, word: re.Match[str]) -> bool:
    """Whether a word is one small letter behind a figure: `à 18 h.`, not the initial of a name."""
    return (
        len(word[0]) == 1
        and word[0].islower()
        and text[max(0, word.start() - 2) : word.start()].strip().isdigit()
    )


COMMON_OPENERS = frozenset(
    """
    the a an this that these those it he she they we i in on at as but and or if when while after before however
    although despite its his her their our there here for from with by to such some many most both
    le la les un une il elle ils ce cette der die das ein eine er sie es el los las en
    """.split()
)


def _starts_a_sentence(following: str) -> bool:
    """After `U.S.` and the like only a plain opening word shows that a sentence begins (`U.S. Congress`)."""
    word = re.match(r"\W*(\w+)", following)
    return bool(word) and word[1].lower() in COMMON_OPENERS if word else True


def _is_heading_or_item(text: str, at: int, width: int) -> bool:
    """Tell whether the line that ends at `at` stands by itself, rather than being wrapped."""
    line = text[text.rfind("\n", 0, at) + 1 : at].strip()
    after = text[at + 1 : at + 40].lstrip()
    if not line or not after or after[0].islower() or line[-1] in ",;-–—":
        return False
    return len(line) < 0.7 * width
