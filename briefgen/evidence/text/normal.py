"""The normal form: two texts have the same one if they are the same words up to typography (contract 6.1).

Owns the rewriting steps and their order. Each step is either length for length or recorded by a `Resizing`, so that
an offset in the normal form leads back to the exact characters. Steps run on the whole text with `str.replace`,
and only where a cheap look says that there is something to do: about 1 ms for 100 KB.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from briefgen.evidence.text import blankless, rare
from briefgen.evidence.text.characters import (
    BREAK,
    EM_DASH,
    EXPANDED,
    GUILLEMETS,
    INVISIBLE,
    JOINERS,
    SAME_LENGTH,
    SEAM,
    SOFT_HYPHEN,
    composes,
)
from briefgen.evidence.text.resizing import Edit, RecordedText, Resizing, recorded

Record = list[Resizing] | None
Replacement = str | Callable[[re.Match[str]], str]

SHORT = 2000
BLOCK = 16_000
JOINT = re.compile(r"[^\W\d_] [^\W\d_](?<=[\0-\u0dff] [\0-\u0dff])")
"""A blank between letters of scripts that keep it, whatever stands around it: of those that come before Thai, for a set
with more than two ranges compiles ten times as slowly."""
LETTERS = "A-Za-z0-9\u00c0-\u0131\u0134-\u024f\u0400-\u0481\u048a-\u04ff\u0621-\u063a\u0641-\u064a"
OPENING = f"{LETTERS},()$€£¥%&/+*#@=<>"
WORD = f"[{OPENING}][{OPENING}.;:!?]*+"
CLOSED = r"['‘’]|(?<!\d)[\"“”]"
SETTLED = re.compile(
    rf"['‘’\"“”]?[{OPENING}.;:!?]++(?: {WORD}|(?: ['‘’\"“”-]|(?:{CLOSED}) ?|-){WORD})*+(?:{CLOSED})?"
)
"""A text in normal form already but for the shape of its quotation marks, as most quotes are: words of letters that never
change, with one blank, hyphen or mark between them, and no blank before high punctuation. A cheap look, for short texts
only."""
NOTHING_SHOWN = frozenset(INVISIBLE)
ASCII_BLANKS = "\t\r\v\f\x1c\x1d\x1e\x1f"
RUN_OF_BLANKS = re.compile(" {2,}")
SOFT_BREAK = re.compile("\xad[ \t]*\n[ \t]*")
LINE_END_HYPHENS = (re.compile(rf"{SEAM}\s*"), re.compile(r"-[ \t]*\n\s*"))
"""Two expressions, for one that begins with a literal is searched for many times as fast as one with a choice."""
JOINER_IN_LATIN = re.compile("[\u200c\u200d](?<=[A-Za-z\u00c0-\u024f].)(?=[A-Za-z\u00c0-\u024f])")
OPENING_GUILLEMET = re.compile(
    r"([«‹]) (?:(?<=[ (\[-]. )|(?<=\A. )|(?<=\W[ldscnjmtLDSCNJMT]'. )|(?<=\A[ldscnjmtLDSCNJMT]'. )|(?<=[qQ]u'. ))"
)
"""With the blank inside that French sets, also after an elided article; elsewhere it closes (`»Wort« sagte`)."""
CLOSING_GUILLEMET = re.compile(r" ([»›])(?=[ .,;:!?)\]'\"¹²³⁰-⁹-]|\[\d|\Z)")
REPEATED_DASH = re.compile(f"{EM_DASH}{{2,}}")
"""Chinese sets a break in thought as two."""
EDGE_DASH = re.compile(r"\A- | -\Z")
SIGNED = re.compile(r"[\d$€£¥₹.]")


def normalise(text: str, record: Record = None) -> str:
    """Return the normal form of `text`; `record` collects the steps that change lengths, in order.

    Unrecorded, a long text is rewritten in blocks: what they need fits the processor's cache, and a block without
    special characters takes fewer steps.
    """
    if len(text) < SHORT and SETTLED.fullmatch(text):
        return _plain_marks(text)
    if record is None and len(text) > BLOCK:
        return "".join([_rewritten(block, None) for block in _blocks(text)])
    return _rewritten(text, record)


def _plain_marks(settled: str) -> str:
    if not settled.isascii():
        settled = settled.replace("’", "'").replace("‘", "'").replace("“", "'").replace("”", "'")
    return settled.replace('"', "'") if '"' in settled else settled


def _blocks(text: str) -> Iterator[str]:
    """Cut `text` between two words of letters: no step looks beyond the blank there."""
    start = 0
    while len(text) - start > BLOCK and (joint := JOINT.search(text, start + BLOCK)):
        yield text[start : joint.start() + 1]
        start = joint.start() + 1
    yield text[start:]


def _rewritten(text: str, record: Record) -> str:
    others = rare.non_ascii(text)
    if others:
        text = _compose(text, others, record)
        text = _drop_invisible(text, others, record)
        text = _replace_characters(text, others, record)
        if len(text) < SHORT and SETTLED.fullmatch(text):
            return _plain_marks(text)
    for char in ASCII_BLANKS:
        if char in text:
            text = text.replace(char, SAME_LENGTH[char])
    text = _join_lines(text, record)
    text = _collapse(text, record)
    if " " in text and blankless.ANY.search("".join(others)):
        text = _pattern(text, blankless.blank(), "", record)
    text = _quotation_marks(text, others, record)
    text = _literal(text, ". . .", "...", record)
    if "..." in text:
        text = _literal(text, " ...", "...", record)
    return _space_before_marks(_dashes(text, record), record)


def steps_of(text: str) -> tuple[Resizing, ...]:
    """Return the steps that lead from the normal form of `text` back to it."""
    steps: list[Resizing] = []
    normalise(text, steps)
    return tuple(steps)


HYPHEN_OR_SEAM = re.compile(f"[-{SEAM}]")


def fold_hyphens(normal: str) -> RecordedText:
    """Return a normal form without hyphens and seams, for texts in which lines end in hyphens."""
    text, step = recorded(normal, ((*match.span(), "") for match in HYPHEN_OR_SEAM.finditer(normal)))
    return RecordedText(text, (step,))


def _literal(text: str, old: str, new: str, record: Record) -> str:
    if record is None:
        return new.join(text.split(old))  # as `replace` does, but searched once instead of twice
    return _pattern(text, re.compile(re.escape(old)), new, record) if old in text else text


def _pattern(text: str, pattern: re.Pattern[str], new: Replacement, record: Record) -> str:
    replacement = new if callable(new) else (lambda _: new)
    if record is None:
        return pattern.sub(replacement, text)
    edits = ((*match.span(), replacement(match)) for match in pattern.finditer(text))
    return _recorded(text, edits, record)


def _recorded(text: str, edits: Iterable[Edit], record: list[Resizing]) -> str:
    text, resizing = recorded(text, edits)
    if resizing.in_starts:
        record.append(resizing)
    return text


def _compose(text: str, others: set[str], record: Record) -> str:
    """Canonical composition (NFC), letter by letter with its marks where it has to be recorded."""
    marks = "".join(char for char in others if composes(char))
    if not marks:
        return text
    if record is None:
        text = unicodedata.normalize("NFC", text)
    else:
        group = re.escape(marks)
        cluster = re.compile(f"(?s:[^{group}])?[{group}]+")
        text = _pattern(text, cluster, lambda match: unicodedata.normalize("NFC", match[0]), record)
    others |= rare.non_ascii(text)
    return text


def _drop_invisible(text: str, others: set[str], record: Record) -> str:
    if SOFT_HYPHEN in others:
        text = _pattern(text, SOFT_BREAK, "", record)
        text = _literal(text, SOFT_HYPHEN, "", record)
    for char in others & NOTHING_SHOWN:
        text = _literal(text, char, "", record)
    if not others.isdisjoint(JOINERS):
        text = _pattern(text, JOINER_IN_LATIN, "", record)
    return text


def _replace_characters(text: str, others: set[str], record: Record) -> str:
    for char in others:
        if char in SAME_LENGTH:
            text = text.replace(char, SAME_LENGTH[char])
        elif char in EXPANDED:
            text = _literal(text, char, EXPANDED[char], record)
    return text


def _join_lines(text: str, record: Record) -> str:
    """Close up words that were divided at the end of a line, or mark where that cannot be told."""
    if SEAM not in text and rare.after(text, "-").isdisjoint(" \n"):
        return text
    for pattern in LINE_END_HYPHENS:
        text = _pattern(text, pattern, closed_up, record)
    return text


def closed_up(match: re.Match[str]) -> str:
    """Return what a hyphen at a line's end becomes: a hyphen, a break in thought, or a seam where nobody can tell."""
    text, start, end = match.string, match.start(), match.end()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalpha() and after.islower():
        return SEAM
    if before.isalnum() and after.isalnum():
        # Hyphenation divides no figure and puts no capital on a new line: the hyphen was there before.
        return "-" if after.isupper() or after.isdigit() or before.isdigit() else SEAM
    return "- " if before.isalnum() else match[0].replace("\n", " ").replace(SEAM, "-")


def _collapse(text: str, record: Record) -> str:
    """Make every run of blanks and line ends one blank."""
    if record is not None:
        text = text.replace("\n", " ")
        return _recorded(text, ((*span, " ") for span in rare.runs_of_blanks(text)), record)
    first, *rest = text.split("\n")
    lines = [text]
    if rest:
        inner = filter(None, [line.strip(" ") for line in rest[:-1]])
        lines = [first.rstrip(" "), *inner, rest[-1].lstrip(" ")]
    return " ".join([RUN_OF_BLANKS.sub(" ", line) if "  " in line else line for line in lines])


def _quotation_marks(text: str, others: set[str], record: Record) -> str:
    """Make every quotation mark and apostrophe `'`; after a digit a double one stays, for it may mean inches."""
    if not others.isdisjoint(GUILLEMETS):
        if any(" " in rare.after(text, char) for char in "«‹"):
            text = _pattern(text, OPENING_GUILLEMET, lambda match: match[1], record)
        if any(" " in rare.before(text, char) for char in "»›"):
            text = _pattern(text, CLOSING_GUILLEMET, lambda match: match[1], record)
        for char in GUILLEMETS:
            text = text.replace(char, '"')
    if "`" in text:
        text = text.replace("`", "'")
    if "'" in rare.before(text, "'"):
        text = _literal(text, "''", '"', record)
    if not any(map(str.isdigit, rare.before(text, '"'))):
        return text.replace('"', "'")
    parts = text.split('"')
    marks = ('"' if part[-1:].isdigit() else "'" for part in parts[:-1])
    return "".join(piece for pair in zip(parts, marks, strict=False) for piece in pair) + parts[-1]


def _dashes(text: str, record: Record) -> str:
    """Give each dash its role: `-` for a hyphen, a sign or a range, a sign of its own, without blanks, for a break in thought."""
    after = rare.after(text, "-")
    if "-" in after:
        text = _literal(text, "---", BREAK, record)
        text = _literal(text, "--", BREAK, record)
    if EM_DASH in rare.after(text, EM_DASH):
        text = _pattern(text, REPEATED_DASH, EM_DASH, record)
    for dash in ("–", EM_DASH):
        if dash in text:
            text = _by_role(text, dash)
    if " " in after:
        text = _literal(text, " - ", BREAK, record)
    if text.startswith("- ") or text.endswith(" -"):
        text = _pattern(text, EDGE_DASH, BREAK, record)
    return _without_blanks_around(text, record)


def _without_blanks_around(text: str, record: Record) -> str:
    """Close the text up around breaks in thought."""
    if BREAK not in text:
        return text
    if record is not None:
        return _recorded(text, ((*span, BREAK) for span in rare.with_blanks(text, BREAK)), record)
    first, *rest = rare.split(text, BREAK)
    if not rest:
        return text
    inner = [part.strip(" ") for part in rest[:-1]]
    return BREAK.join([first.rstrip(" "), *inner, rest[-1].lstrip(" ")])


def _by_role(text: str, dash: str) -> str:
    parts = rare.split(text, dash)
    pieces = [parts[0]]
    for before, after in pairwise(parts):
        pieces += (_role(before[-1:], dash, after[:1]), after)
    return "".join(pieces)


def _role(before: str, dash: str, after: str) -> str:
    if before.isdigit() and after.isdigit():
        return "-"
    if before in (" ", "", "(", "[", "'") and SIGNED.match(after):
        return "-"
    inside = before not in (" ", "") and after not in (" ", "")
    return "-" if dash != EM_DASH and inside else BREAK


def _space_before_marks(text: str, record: Record) -> str:
    """Drop the blank that French sets before high punctuation."""
    for mark in ";:!?":
        if " " in rare.before(text, mark):
            text = _literal(text, " " + mark, mark, record)
    return text
