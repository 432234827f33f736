"""Whether a quote begins and ends where words do (contract 6.1, `quote-cuts-token`).

Owns the notion of a token at an edge of a passage in normalised text: words with their apostrophes, compounds whose
parts do not stand alone (`non-`, `ex-`, `-free`), and figures with all that belongs to them.
"""

import re

from msgspec import Struct

from briefgen.evidence.quotes.figure_shape import cuts_figure, parts_figures
from briefgen.evidence.text.blankless import without_blanks
from briefgen.evidence.text.characters import JOINERS, SEAM, is_mark

BINDING_PREFIX = re.compile(
    r"(?<![^\W_])(?:non|anti|pro|pre|post|re|under|over|all-but|un|in|counter|contra|ex|de|dis|mis|no|not|never|quasi|pseudo|semi|half|near|would-be|so-called|self"
    r"|vice|deputy|sub|sans|nicht|kein|nein|niet|não|не|анти|экс|контр|ni|quasi|presque)-\Z",
    re.IGNORECASE,
)
BINDING_SUFFIX = re.compile(
    r"-(?:free|less|proof|like|elect|designate|to-be|in-exile|in-law|turned|called|be|(?:west|east)(?:ern)?)(?![^\W_])",
    re.IGNORECASE,
)
ELIDED_ARTICLE = re.compile(
    r"(?<![^\W_])(?:l|d|j|m|t|s|c|qu|jusqu|lorsqu|puisqu|quoiqu|un|all|dell|nell|sull|dall|coll|gl|quest|quell)'\Z",
    re.IGNORECASE,
)
FIRST_MARK = "\u0300"
"""No character below it combines with the one before."""
LONGEST = 100
"""So many characters of a word are looked at on either side of an edge."""
GLUE = f"&{JOINERS}"
"""What makes one word of the letters on both sides: `A&E`, the joiners of Persian."""
WORD_AROUND = re.compile(rf"[\w'&\x02{JOINERS}-]")


class Cut(Struct, frozen=True):
    """A token that a passage cuts through: its text and its place in the normalised text."""

    token: str
    start: int
    end: int
    is_figure: bool


def is_cut(normal: str, edge: int) -> bool:
    """Tell whether some token has characters on both sides of `edge`."""
    if not 0 < edge < len(normal):
        return False
    before, after = normal[edge - 1], normal[edge]
    if after == " " or (before == " " and after < FIRST_MARK):  # as most edges are, inside of no word
        blank = edge if after == " " else edge - 1
        return not parts_figures(normal, blank) and cuts_figure(normal, edge) is not None
    return _inside_word(normal, edge) or cuts_figure(normal, edge) is not None


def cut_at(normal: str, edge: int) -> Cut | None:
    """Return the token that has characters on both sides of `edge`, or None where a token may begin or end."""
    if not is_cut(normal, edge):
        return None
    figure = cuts_figure(normal, edge)
    if figure:
        return Cut(normal[slice(*figure)], *figure, is_figure=True)
    start, end = edge, edge
    while start > max(0, edge - LONGEST) and _in_word(normal, start - 1):
        start -= 1
    while end < min(len(normal), edge + LONGEST) and _in_word(normal, end):
        end += 1
    word = normal[start:end]
    first = min(start + len(word) - len(word.lstrip("'")), edge - 1)
    last = max(start + len(word.rstrip("'")), edge + 1)
    return Cut(normal[first:last].replace(SEAM, ""), first, last, is_figure=False)


def _in_word(normal: str, at: int) -> bool:
    """Whether the character at `at` may belong to the word around an edge; a dot does where it ends no word."""
    if normal[at] == "." and 0 < at < len(normal) - 1:
        return _inside_dotted(normal, at) or _inside_dotted(normal, at + 1)
    return WORD_AROUND.match(normal[at]) is not None


def _inside_word(normal: str, edge: int) -> bool:
    before, after = normal[edge - 1], normal[edge]
    if before == SEAM or after == SEAM:
        return True
    if _joins(before) and _joins(after):
        return not (without_blanks(before) or without_blanks(after))
    if is_mark(after):
        return True
    if before == "'" or after == "'":
        return _inside_apostrophe(normal, edge)
    if before == "-" or after == "-":
        return _inside_compound(normal, edge)
    if before == "." or after == ".":
        return _inside_dotted(normal, edge)
    if before in GLUE or after in GLUE:
        return _joins(normal[edge - 2 : edge - 1] if before in GLUE else before) and _joins(
            after if before in GLUE else normal[edge + 1 : edge + 2]
        )
    return (before in "_@#№/\\" and _joins(after) and before != "/") or (after == "_" and _joins(before))


def _joins(char: str) -> bool:
    return char.isalpha() or char.isdecimal() or char == "_"


def _takes_apostrophe(char: str) -> bool:
    """Whether `char` is a letter of a script with apostrophes; elsewhere (`”고`, `و«`) the mark is one of quotation."""
    return char.isalpha() and (char < "\u0600" or "\u1e00" <= char <= "\u1fff")


def _inside_apostrophe(normal: str, edge: int) -> bool:
    """`don't`, `Iraq's`, `2023'te`: an apostrophe before a letter; an elided article (`l'`) stands by itself."""
    at = edge - 1 if normal[edge - 1] == "'" else edge
    if at == 0 or at + 1 >= len(normal):
        return False
    before = normal[at - 1]
    if not ((_takes_apostrophe(before) or before.isdigit()) and _takes_apostrophe(normal[at + 1])):
        return False
    return not (edge == at + 1 and ELIDED_ARTICLE.search(normal, max(0, edge - 10), edge))


def _inside_compound(normal: str, edge: int) -> bool:
    """A hyphen that binds: to a digit (`F-16`, `30-year`), after `non-` and the like, before `-free` and the like."""
    at = edge - 1 if normal[edge - 1] == "-" else edge
    before, after = normal[at - 1 : at], normal[at + 1 : at + 2]
    if not (before and after and _joins(before) and _joins(after)):
        return False
    if before.isdigit() or after.isdigit():
        return True
    if edge == at:
        return bool(BINDING_SUFFIX.match(normal, at)) or bool(
            BINDING_PREFIX.search(normal, max(0, at - 12), at + 1)
        )
    return bool(BINDING_PREFIX.search(normal, max(0, edge - 12), edge)) or bool(
        BINDING_SUFFIX.match(normal, at)
    )


def _inside_dotted(normal: str, edge: int) -> bool:
    """A dot between letters, as in `U.S.` or `example.com`; `escalate.According` is two sentences."""
    if normal[edge] == ".":
        at = edge
        if not _joins(normal[at - 1]):
            return False
        after = normal[at + 1 : at + 2]
        initials = re.search(r"(?<![^\W_])(?:[^\W\d_]\.)*[^\W\d_]\Z", normal[max(0, at - 8) : at])
        return bool(initials and after.isalpha() and normal[at - 1].isupper() == after.isupper()) or (
            after.islower() and normal[at - 1].islower()
        )
    at = edge - 1
    if at == 0 or not (_joins(normal[edge]) and _joins(normal[at - 1])):
        return False
    glued_sentence = normal[edge].isupper() and normal[at - 1].islower()
    return not glued_sentence


def on_boundaries(normal: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch widened to the tokens that it cuts."""
    while (before := cut_at(normal, start)) and before.start < start:
        start = before.start
    while (after := cut_at(normal, end)) and after.end > end:
        end = after.end
    return start, end
