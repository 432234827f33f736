"""Judgements that a party passes: "the minister called it a mistake", where the statement says that it was one.

Owns what is judged in a quote, and whether a statement says the same of its own. The words of the judgement must stand
in the statement as what something is; whoever is spoken of may be named otherwise.
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.modality.cues import is_content
from briefgen.evidence.modality.sayings import is_coined
from briefgen.evidence.text.auxiliaries import BE
from briefgen.evidence.text.wording import Break, Wording

_COPULAS = BE | {"remains", "remained"}
_ARTICLES = frozenset("a an the".split())
_NOT_JUDGED = frozenset("for on in off up to out upon back at by".split())
"""Words after "call" and its like that make it another verb."""

_LONGEST = 9
"""So many words after the verb may pass the judgement."""

_COINED = 2
"""Fewer words are no name that could be told from any other word."""

_MARKS = frozenset("\"“”„«»'‘’")


class Judgement(Struct, frozen=True):
    """A judgement in a quote: the words `first` to `verb` that pass it, and the stems of what is said of the thing.

    `coined` are the words, in order, where they are the party's own name for a thing (what it called a "safe zone").
    """

    first: int
    verb: int
    said: frozenset[str]
    coined: tuple[str, ...] = ()


@lru_cache(maxsize=256)
def judgements(text: Wording, words: ModalityWords) -> tuple[Judgement, ...]:
    """The judgements of a quote that somebody passes."""
    return tuple(_judgements(text, words))


def _judgements(text: Wording, words: ModalityWords) -> Iterator[Judgement]:
    for verb, root in enumerate(text.stems):
        if root not in words.judgements or not _is_active(text, verb):
            continue
        places = _said(text, verb, words)
        said = frozenset(text.stems[i] for i in places)
        coined = text.stems[places[0] : places[-1] + 1] if places and is_coined(text, verb, words) else ()
        first = verb
        while text.breaks[first] is Break.NONE and first > text.sentence_of(verb)[0]:
            first -= 1
        if said and first < verb:
            yield Judgement(first, verb, said, coined)


def _is_active(text: Wording, verb: int) -> bool:
    """Whether a party stands before the verb: not "is called", "a city called", "the call for"."""
    before = text.words[verb - 1] if verb > text.sentence_of(verb)[0] else ""
    after = text.words[verb + 1] if verb + 1 < len(text) else ""
    return bool(before) and before not in _COPULAS | _ARTICLES | {"so", "to"} and after not in _NOT_JUDGED


def _said(text: Wording, verb: int, words: ModalityWords) -> tuple[int, ...]:
    """What is said of the thing: after "as", else in quotation marks, after the article behind the thing, or its last word."""
    stop = min(text.sentence_of(verb)[1], verb + 1 + _LONGEST)
    stop = next((i for i in range(verb + 1, stop) if _ends(text, i)), stop)
    places = range(verb + (1 if is_coined(text, verb, words) else 2), stop)
    start = next((i + 1 for i in places if text.words[i] == "as"), None)
    if start is None:
        start = next((i for i in places if text.breaks[i] is not Break.NONE), None)
    if start is None:
        start = next((i + 1 for i in places if text.words[i] in _ARTICLES), stop - 1)
    return tuple(i for i in range(max(start, places.start), stop) if is_content(text, words, i))


def _ends(text: Wording, index: int) -> bool:
    """Whether a break stands before a word, other than the quotation mark that opens with it."""
    if text.breaks[index] is Break.NONE:
        return False
    return text.text[text.ends[index - 1] : text.starts[index]].rstrip("".join(_MARKS)) != " "


def asserts(text: Wording, sentence: range, judged: Judgement, words: ModalityWords) -> bool:
    """Whether a sentence says of something, as its own, that it is what was judged, and nothing more.

    Of a thing that a party has its own name for: whether the sentence calls it that, without quotation marks.
    """
    said = judged.said
    if len(judged.coined) >= _COINED and _calls(text, sentence, judged.coined):
        return True
    verb = next((i for i in sentence if text.words[i] in _COPULAS), None)
    if verb is None:
        return False
    predicate = {text.stems[i] for i in range(verb + 1, sentence.stop) if is_content(text, words, i)}
    return bool(predicate) and predicate == said


def _calls(text: Wording, sentence: range, coined: tuple[str, ...]) -> bool:
    """Whether words stand side by side in a sentence, out of quotation marks."""
    return any(
        text.stems[i : i + len(coined)] == coined and text.text[max(0, text.starts[i] - 1)] not in _MARKS
        for i in sentence
    )
