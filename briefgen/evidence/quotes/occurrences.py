"""Every place where the words of a quote stand in a source.

Owns the exact search in normalised text. Where lines of the source end in hyphens, both readings of such a hyphen
are tried: the search runs on the text without hyphens, and each hit is then compared character by character.
"""

from collections.abc import Iterator
from itertools import islice

from briefgen.evidence.text.characters import SEAM
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText

MOST = 500
"""So many places are looked at, no more: a quote with more is ambiguous whatever the rest."""


def find_all(needle: str, source: SourceText) -> list[Span]:
    """Return the places of `needle` (in normal form), as offsets in the source's normal form."""
    if not needle:
        return []
    if source.has_seams or SEAM in needle:
        return list(dict.fromkeys(islice(_find_folded(needle, source), MOST)))
    return [(at, at + len(needle)) for at in islice(source.searched.places(needle), MOST)]


def find_only(needle: str, source: SourceText) -> Span | None:
    """Return the one place of `needle` (in normal form); None where it has none, or several."""
    if source.has_seams or SEAM in needle:
        spans = find_all(needle, source)
        return spans[0] if len(spans) == 1 else None
    at = source.searched.only_place(needle)
    return None if at is None else (at, at + len(needle))


def _find_folded(needle: str, source: SourceText) -> Iterator[Span]:
    folded = needle.replace("-", "").replace(SEAM, "")
    if not folded:
        return
    lead = len(needle) - len(needle.lstrip("-"))
    for start in source.searched_folded.places(folded):
        begin = source.folded.origin(start, start + len(folded))[0] - lead
        stop = agrees(source.normal, begin, needle) if begin >= 0 else None
        if stop is not None:
            yield begin, stop


def agrees(normal: str, at: int, needle: str) -> int | None:
    """Compare `needle` with the text at `at`, seams standing for a hyphen or nothing; return where it ends."""
    if normal.startswith(needle, at):
        return at + len(needle)
    for char in needle:
        here = normal[at : at + 1]
        if char in ("-", SEAM):
            if here in ("-", SEAM) and here:
                at += 1
            elif char == "-":
                return None
            continue
        if here == SEAM:
            at += 1
        if normal[at : at + 1] != char:
            return None
        at += 1
    return at
