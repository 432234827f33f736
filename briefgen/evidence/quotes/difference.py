"""The difference between a quote and a passage, word by word.

Owns the comparison of two short texts as lists of words, in the form that a terminal colours and JSON lists.
"""

import re
import sys
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from briefgen.evidence.text.blankless import LETTERS, fitting, without_blanks
from briefgen.evidence.text.homoglyphs import levelled, lookalikes
from briefgen.evidence.text.normal import normalise

WORD = re.compile(r"\w+(?:[.,'’:/\u00ad-]\w+)*|\.{2,}|[^\w\s]")
LETTER_OR_WORD = (
    rf"[{LETTERS}](?:(?!\w)[{LETTERS}])*|[^\W{LETTERS}]+(?:[.,'’:/\u00ad-][^\W{LETTERS}]+)*|\.{{2,}}|[^\w\s]"
)
"""In scripts that set no blanks between words, each letter with its marks."""

ATTACHED = frozenset(".,;:!?%)]}’”»…。，、；：？！％）」』")
"""Marks that stand right behind a word."""


def words_in(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Find words and the marks beside them; in scripts that set no blanks between words, each letter with its marks."""
    return fitting(text[start:end], WORD, LETTER_OR_WORD).finditer(text, start, end)


class Change(Struct, frozen=True):
    """A stretch in which quote and passage differ.

    `quoted` are the quote's words at `[quote_start:quote_end)`, `found` the passage's at `[start:end)` of the
    passage; either may be empty. `lookalikes` names letters that only look the same.
    """

    quoted: str
    found: str
    quote_start: int
    quote_end: int
    start: int
    end: int
    lookalikes: tuple[str, ...] = ()

    @property
    def only_case(self) -> bool:
        """Whether the two are the same but for capital and small letters."""
        return bool(self.quoted) and normalise(self.quoted).casefold() == normalise(self.found).casefold()


def changes(quote: str, passage: str) -> tuple[Change, ...]:
    """Return what has to change in `quote` to read as `passage`, up to typography."""
    return tuple(_changes(quote, passage))


def _changes(quote: str, passage: str) -> Iterator[Change]:
    ours, theirs = list(words_in(quote)), list(words_in(passage))
    a = [normalise(match[0]) for match in ours]
    b = [normalise(match[0]) for match in theirs]
    for tag, i, j, k, m in _word_by_word(a, b):
        if tag != "equal":
            quote_start, quote_end = _stretch(ours, i, j, len(quote))
            start, end = _stretch(theirs, k, m, len(passage))
            quoted, found = quote[quote_start:quote_end], passage[start:end]
            if normalise(quoted) != normalise(found):  # `94–190`, one word or three
                yield Change(quoted, found, quote_start, quote_end, start, end, lookalikes(quoted, found))
        else:
            yield from _respaced(quote, passage, ours[i:j], theirs[k:m])


def _word_by_word(a: list[str], b: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """The steps from `a` to `b`; words in a row that differ in case or in lookalikes only are steps of their own."""
    from difflib import SequenceMatcher

    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "replace" and list(map(levelled, a[i:j])) == list(map(levelled, b[k:m])):
            yield from ((tag, i + n, i + n + 1, k + n, k + n + 1) for n in range(j - i))
        else:
            yield tag, i, j, k, m


def _stretch(words: list[re.Match[str]], first: int, last: int, length: int) -> tuple[int, int]:
    if first < last:
        return words[first].start(), words[last - 1].end()
    at = words[first].start() if first < len(words) else (words[-1].end() if words else 0)
    return min(at, length), min(at, length)


def _respaced(
    quote: str, passage: str, ours: list[re.Match[str]], theirs: list[re.Match[str]]
) -> Iterator[Change]:
    """Equal words that are joined in one text and apart in the other."""
    for (left, right), (first, second) in zip(pairwise(ours), pairwise(theirs), strict=True):
        if (left.end() == right.start()) != (first.end() == second.start()):
            quoted = quote[left.start() : right.end()]
            found = passage[first.start() : second.end()]
            if normalise(quoted) != normalise(found):
                yield Change(quoted, found, left.start(), right.end(), first.start(), second.end())


def reason(differences: tuple[Change, ...]) -> str:
    """What the difference comes down to, to follow a message, where it is in case or in letters that look alike."""
    alike = dict.fromkeys(name for change in differences for name in change.lookalikes)
    trifling = all(change.lookalikes or change.only_case for change in differences)
    reasons = [f"it only looks the same ({', '.join(alike)})"] if alike else []
    if trifling and any(change.only_case for change in differences):
        reasons.append("case differs")
    return f": {' and '.join(reasons)}" if reasons else ""


def only_lookalikes(differences: tuple[Change, ...]) -> bool:
    """Whether nothing differs but letters of other scripts that look the same."""
    return bool(differences) and all(each.lookalikes and not each.quoted.isascii() for each in differences)


def applied(quote: str, differences: tuple[Change, ...]) -> str:
    """Return the quote with what differs as the passage has it, and all else as it is; words neither added nor taken."""
    pieces: list[str] = []
    done = 0
    for change in differences:
        pieces += (quote[done : change.quote_start], change.found)
        done = change.quote_end
    return "".join((*pieces, quote[done:]))


def marked(quote: str, differences: tuple[Change, ...]) -> str:
    """Return the quote with its differences marked in plain text: `[-quoted-]{+found+}`."""
    shown, done = "", 0
    for change in differences:
        shown += quote[done : change.quote_start]
        done = change.quote_end
        if change.quoted:
            shown += f"[-{change.quoted}-]" + (f" {{+{change.found}+}}" if change.found else "")
        else:
            shown = _with_added(shown, change.found, quote[done:])
    return shown + quote[done:]


def _with_added(shown: str, added: str, rest: str) -> str:
    """The text so far with words that only the passage has, parted by blanks as these words are."""
    attached = added[0] in ATTACHED
    bare = shown.rstrip()
    mark = f"{{+{added}+}}"
    if attached:
        return bare + mark + shown[len(bare) :]
    if not rest.strip() or rest[0] in ATTACHED:
        return f"{bare}{mark}" if bare and without_blanks(bare[-1]) else f"{bare} {mark}".lstrip()
    return f"{shown}{mark}" if without_blanks(added[-1]) and without_blanks(rest[0]) else f"{shown}{mark} "
