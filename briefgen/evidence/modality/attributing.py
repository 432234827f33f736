"""Whether words attribute what they say, to whomever and in whatever way."""

from collections.abc import Container

from briefgen.evidence.languages.modality_words import Firmness, ModalityWords
from briefgen.evidence.modality.cues import CueKind, find_cues
from briefgen.evidence.text.wording import Break, Wording

_OPENING = 5
"""So many words name whose view a sentence opens with."""

_BEFORE_THINGS = frozenset(
    "the a an his her its their our my this that these those all both some any no many most several other new old two three "
    "four member united".split()
)


def attributes(text: Wording, places: Container[int], words: ModalityWords) -> bool:
    """Whether the words attribute what they say, in any way."""
    if any(i in places and says(text, i, words) for i in range(len(text))):
        return True
    cues = find_cues(text, words)
    return _for_party(text, places) or any(
        cue.first in places
        and (
            cue.kind is CueKind.ATTRIBUTION
            or (cue.kind is CueKind.HEDGE and cue.firmness is Firmness.BELIEVED)
        )
        for cue in cues
    )


def says(text: Wording, index: int, words: ModalityWords) -> bool:
    """Whether a word is one by which a party says something: not the judges, their posts, the ruling party."""
    if text.stems[index] not in words.report_nouns and text.stems[index] not in words.reports:
        return False
    if text.words[index] not in words.report_lookalikes or text.words[index + 1 : index + 2] == ("that",):
        return True
    inside = index > text.sentence_of(index)[0]
    return not (inside and (text.capital(index) or text.words[index - 1] in _BEFORE_THINGS))


def _for_party(text: Wording, places: Container[int]) -> bool:
    """Whether a sentence opens with whose view it is: "For critics, …", "To the coach, …"."""
    return any(
        first in places
        and text.words[first] in {"for", "to"}
        and any(text.breaks[i] is Break.COMMA for i in range(first + 1, min(stop, first + _OPENING + 1)))
        for first, stop in text.sentences
    )
