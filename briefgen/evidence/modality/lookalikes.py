"""Words that look like a cue and are none: May the month, due to the rain, No. 8, a few, ruled out by the court.

Owns the look at the words around a phrase of the tables by which a reader tells that it neither denies nor hedges.
"""

from briefgen.evidence.languages.modality_words import Phrase
from briefgen.evidence.text.auxiliaries import BE
from briefgen.evidence.text.wording import Break, Wording

_DOUBTFUL = frozenset(
    {("no",), ("minus",), ("ruled", "out"), ("few",), ("stop*",), ("declin*", "to"), ("rul*",)}
)
_NEGATING = frozenset("not no never".split())
_COURTESIES = frozenset(
    "introduce thank welcome ask invite offer say express apologise apologize congratulate mention add begin remind".split()
)
"""What one "would like to" do is done by saying so."""

_NOT_RULED_OUT = frozenset("with by of for through until after".split())
_COUNTED = frozenset(
    "a the these those past last next first every quite only as our their its his her of in".split()
)
_SPANS = frozenset("days weeks months years hours minutes moments or".split())
_CHECKED = frozenset({("close", "to"), ("whether",), ("would", "have")})
_PARTICIPLES = ("ed", "en", "wn", "ld", "nt", "lt", "pt", "st", "ght", "ut", "et", "ood", "ne", "de")
_CAUSES = frozenset(
    "better worse more less poor bad high low strong weak human lack heavy climate weather drought".split()
)
_NOMINAL = ("ing", "ed", "tion", "sion", "ness", "ity", "ence", "ic", "al", "ous", "ary", "s")
"""Endings of words that are no verbs in their plain form."""

_DETERMINERS = frozenset("the a an his her its their our my this that these those".split())
_APART = 6  # words between "rule" and "out"
_AFTER_OUT = frozenset("of for as by until on in at because when if".split())
_OUTWARD = frozenset(
    "set laid found went came ran sent left thrown broke put get got take took goes go come run put".split()
)
_LEVELS = frozenset(
    "about above almost around below just less nearly only over roughly some under zero".split()
)
"""Words that open what a figure declined to."""


def hedges(text: Wording, at: int, phrase: Phrase) -> bool:
    """Whether a phrase of the tables hedges where it stands: not May the month, due to the rain, set to music."""
    if phrase == ("may",):
        return not _is_month(text, at)
    if phrase == ("would", "be"):
        return text.text[text.ends[at]] == "-"
    if phrase in {("could",), ("may",)} and at + 2 < len(text):  # inability, prohibition: the negation rule's
        return not _NEGATING & {text.words[at + 1], text.words[at + 2]}
    if phrase[-1] == "to" and phrase[0] in {"due", "set"}:
        after = text.words[at + 2] if at + 2 < len(text) else ""
        before = text.words[max(0, at - 3) : at]
        if after in _DETERMINERS or (phrase[0] == "due" and _is_cause(after)):
            return False
        return bool(BE & set(before)) or at == 0 or phrase[0] == "set"
    if phrase in _CHECKED:
        return _softens(text, at, phrase)
    if phrase[-1] == "to" and at + len(phrase) < len(text):
        return _leads(text, at, phrase)
    if phrase in {("expected",), ("believed",), ("feared",), ("proposed",), ("planned",)}:
        return at == 0 or text.stems[at - 1] not in {"have", "he", "she", "they", "who", "we", "i"}
    return True


def denies(text: Wording, at: int, phrase: Phrase) -> bool:
    """Whether a phrase of the tables denies where it stands: not No. 8, a few, ruled out by the court, declined to 4.8."""
    if phrase not in _DOUBTFUL:
        return True
    after = text.words[at + len(phrase)] if at + len(phrase) < len(text) else ""
    if phrase == ("rul*",):
        return _rules_out(text, at)
    if phrase == ("few",):
        return _is_scant(text, at)
    if phrase == ("stop*",):
        return after.endswith("ing") and _NEGATING.isdisjoint(text.words[max(0, at - 3) : at])
    if phrase == ("ruled", "out"):
        return bool(after) and after not in _NOT_RULED_OUT
    if phrase == ("declin*", "to"):
        return not (after[:1].isdigit() or after in _DETERMINERS or after in _LEVELS)
    dotted = bool(after) and text.text[text.ends[at]] == "." and text.breaks[at + 1] is not Break.SENTENCE
    return not dotted and not after[:1].isdigit()


def _rules_out(text: Wording, at: int) -> bool:
    """Whether a verb has its particle after what it rules out: ruled a pact out, not the rules that it set out."""
    before = text.words[at - 1] if at and text.breaks[at] is Break.NONE else ""
    if text.words[at] not in {"rule", "rules", "ruled"} or before in _DETERMINERS:
        return False
    for place in range(at + 2, min(len(text), at + _APART + 2)):
        if text.breaks[place] is not Break.NONE or text.words[place] == "that":
            return False
        if text.words[place] == "out":
            ends = place + 1 >= len(text) or text.breaks[place + 1] is not Break.NONE
            return (ends or text.words[place + 1] in _AFTER_OUT) and not _goes_out(text.words[place - 1])
    return False


def _goes_out(word: str) -> bool:
    """Whether a word makes "out" its own particle: set out, dropped out."""
    return word.endswith(("ed", "ing")) or word in _OUTWARD


def _is_scant(text: Wording, at: int) -> bool:
    """Whether `few` says that hardly any did: not "a few", "the past few days"."""
    before = text.words[at - 1] if at and text.breaks[at] is Break.NONE else ""
    after = text.words[at + 1] if at + 1 < len(text) else ""
    return before not in _COUNTED and after not in _SPANS


def _is_cause(word: str) -> bool:
    """Whether what something is due to is a cause (rising costs, better testing) and no verb."""
    return word in _CAUSES or (word.endswith(_NOMINAL) and not word.endswith("ss"))


def _softens(text: Wording, at: int, phrase: Phrase) -> bool:
    """Rules out "would have to", "close to the border", "whether or not"."""
    after = text.words[at + len(phrase)] if at + len(phrase) < len(text) else ""
    before = text.words[max(0, at - 2) : at]
    if phrase == ("close", "to"):
        return after.endswith("ing")
    if phrase == ("whether",):
        return after != "or" and "of" not in before[-1:]
    return after.endswith(_PARTICIPLES) or after in {
        "won",
        "come",
        "become",
        "run",
        "gone",
        "had",
    }  # would have


def _leads(text: Wording, at: int, phrase: Phrase) -> bool:
    """Whether a phrase that ends in "to" leads to a verb that it hedges: no courtesy, and no thing that is called a plan."""
    if phrase == ("would", "like", "to"):
        return text.words[at + 3] not in _COURTESIES
    if text.words[at] == "plans" and at > 1 and text.words[at - 2] == "of":
        return text.capital(at - 1)  # a range of savings plans to suit all: not the Bank of England plans to
    return text.words[at + len(phrase)] not in _DETERMINERS


def _is_month(text: Wording, at: int) -> bool:
    if not text.capital(at):
        return False
    near = text.words[max(0, at - 1) : at] + text.words[at + 1 : at + 2]
    return any(word[0].isdigit() for word in near) or (at > 0 and text.breaks[at] is not Break.SENTENCE)
