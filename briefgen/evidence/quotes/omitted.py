"""Whether the words that an elision leaves out may be left out.

Owns the judgement for two neighbouring parts of a quote. It looks at sentence boundaries, at cue words, and at the
signs of a changed subject or object: a clause boundary, a name, a possessive or a preposition that governs what
goes on. It gives a reason, or none.
"""

import re
from itertools import pairwise

from msgspec import Struct

from briefgen.evidence.quotes.omission_shape import OmissionWords
from briefgen.evidence.quotes.omission_signs import (
    ANYWHERE,
    BACK_REFERENCE,
    CALENDAR,
    CLOSING,
    FINITE,
    LATIN_END,
    LOCATIVE,
    NAME,
    OPENING,
    PAST,
    POSSESSIVE,
    RELATIVE,
    SUBORDINATORS,
    TIME,
    TOLD,
    VOTES,
    WORD,
)
from briefgen.evidence.quotes.omission_words import (
    ATTRIBUTION,
    BOUND,
    CONDITION,
    EXCLUSION,
    HEDGE,
    NEGATION,
    QUALIFIER,
    cues,
    is_read,
    words_for,
)
from briefgen.evidence.text.sentences import COMMON_OPENERS, Span
from briefgen.evidence.text.source_text import SourceText

FOLLOWING = 80
"""So many characters behind an omission may tell what the first words there are."""


class Omission(Struct, frozen=True):
    """What stands between two parts of a quote: the omitted text, and the parts around it, all as in the source.

    `right` goes on for a few words of its sentence where the quote ends sooner.
    """

    left: str
    omitted: str
    right: str

    @property
    def is_enclosed(self) -> bool:
        """Whether commas, dashes or brackets set the omitted words apart on both sides."""
        opened = self.omitted.lstrip().startswith(OPENING) or self.left.rstrip().endswith(OPENING)
        closed = self.omitted.rstrip().endswith(CLOSING) or self.right.lstrip().startswith(
            (*CLOSING, ".", ";")
        )
        return opened and closed


def reason_against(source: SourceText, left: Span, right: Span) -> str | None:
    """Return why the words between the raw spans `left` and `right` may not be left out, or None."""
    ends, begins = source.sentences_of(left[1] - 1, left[1]), source.sentences_of(right[0], right[0] + 1)
    onward = min(right[0] + FOLLOWING, begins[-1][1]) if begins else right[1]
    omission = Omission(
        source.raw[slice(*left)], source.raw[left[1] : right[0]], source.raw[right[0] : max(right[1], onward)]
    )
    if not WORD.search(omission.omitted):
        return None
    words = words_for(source.language, source.raw[max(0, left[0] - 2000) : right[1] + 2000])
    if ends and begins and ends[-1] != begins[0]:
        return _across(source, omission, left[1], right[0], ends[-1], begins[0], words)
    return _cue(omission, words) or _changed(omission, words)


def _across(
    source: SourceText,
    omission: Omission,
    left: int,
    right: int,
    ended: Span,
    begun: Span,
    words: OmissionWords,
) -> str | None:
    """Parts of two sentences: the first must be whole to its end, the second from its beginning."""
    rest = source.raw[left : ended[1]]
    if WORD.search(source.raw[begun[0] : right]):
        return "joins parts of different sentences as if they were one"
    if WORD.search(rest):
        opener = WORD.match(omission.right)
        if not opener or opener[0].lower() not in COMMON_OPENERS or opener[0].islower():
            return "joins parts of different sentences as if they were one"
        reason = _cue(Omission(omission.left, rest, ""), words)
        if reason:
            return reason
    between = source.raw[ended[1] : begun[0]]
    if WORD.search(between) and BACK_REFERENCE.match(omission.right):
        return "leaves out whom or what the words after it speak of"
    return None


def _cue(omission: Omission, words: OmissionWords) -> str | None:
    """Name the cue word that is left out. What a relative clause between commas says binds nothing else."""
    if omission.is_enclosed and RELATIVE.match(omission.omitted) and not TOLD.match(omission.omitted):
        return None
    if not is_read(omission.omitted):
        return "leaves out words of a script that this rule cannot read"
    text = VOTES.sub(" ", omission.omitted)
    for kind, phrases in (
        (NEGATION, words.negations),
        (CONDITION, words.conditions),
        (EXCLUSION, words.exclusions),
        (ATTRIBUTION, words.attributions),
        (BOUND, words.bounds),
        (HEDGE, words.hedges),
    ):
        found = next(cues(phrases, text, words.spaced), None)
        if found:
            return f"leaves out {kind} (“{found[0]}”)"
    last = _last_match(words.slight_bounds, text)
    if last:
        return f"leaves out {BOUND} (“{last}”)"
    qualifier = None if omission.is_enclosed else _qualifier(omission, words)
    return f"leaves out {QUALIFIER} (“{qualifier}”)" if qualifier else None


def _qualifier(omission: Omission, words: OmissionWords) -> str | None:
    """Return a word such as `former` whose noun goes on after the omission: nothing but adjectives stands between them."""
    small = {*words.prepositions.split("|"), *words.determiners.split("|"), *words.coordinators.split("|")}
    small |= {*words.auxiliaries.split("|"), *words.clauses.split("|")}
    for match in cues(words.qualifiers, omission.omitted):
        between = omission.omitted[match.end() :]
        opening = WORD.search(omission.right)
        following = [word[0].lower() for word in WORD.finditer(between)]
        following += [opening[0].lower()] if opening else []
        if len(following) <= 3 and small.isdisjoint(following) and "," not in between:
            return match[0]
    return None


def _last_match(phrases: str, text: str) -> str | None:
    """Return the phrase that `text` ends in."""
    found = [match for match in cues(phrases, text) if not WORD.search(text[match.end() :])]
    return found[-1][0] if found else None


def _changed(omission: Omission, words: OmissionWords) -> str | None:
    """Look for signs that the words after the elision speak of somebody or something else."""
    text = omission.omitted
    if re.search(r"[;:]\s", text):
        return "leaves out the end of one clause and the beginning of another"
    if omission.is_enclosed:
        opening = WORD.search(text)
        joins = opening and opening[0].lower() in {*words.coordinators.split("|"), *words.clauses.split("|")}
        if not joins or RELATIVE.match(text) or _is_aside(text):
            return None
    clause = next(cues(words.clauses, text), None)
    if clause:
        return f"leaves out where another clause begins (“{clause[0]}”)"
    acts = any(cues(words.auxiliaries, text)) or _acts(omission, words)
    if acts and any(cues(words.coordinators, text)) and not _acts_on(omission, words):
        return "leaves out one of two verbs"
    if _acts_again(omission, words):
        return "leaves out the verb that the words after it belong to"
    return _other_party(omission, words)


def _is_aside(enclosed: str) -> bool:
    """Whether words set apart by commas are one phrase that begins with `after`, `while` or the like."""
    opening = WORD.search(enclosed)
    inner = enclosed.strip().strip("".join(OPENING + CLOSING))
    return bool(opening and opening[0].lower() in SUBORDINATORS) and not any(
        mark in inner for mark in OPENING
    )


def _acts_on(omission: Omission, words: OmissionWords) -> bool:
    """Whether the same party goes on to act right after the omission: `[killed 34 people and] wounded more than 80`."""
    last = _last_word(omission.omitted)
    following = [word.lower() for word in WORD.findall(omission.right[:60])]
    if last not in words.coordinators.split("|") or len(following) < 2 or not PAST.fullmatch(following[0]):
        return False
    small = f"{words.determiners}|{words.prepositions}|more|fewer|at|no|some|nearly".split("|")
    return following[1] in small or following[1].isdigit()


def _last_word(text: str) -> str:
    """The word that `text` ends in, in lower case; none where a mark follows it."""
    found = re.search(r"[^\W_]+\Z", text.rstrip())
    return found[0].lower() if found else ""


def _acts(omission: Omission, words: OmissionWords) -> bool:
    """Whether the omitted words begin with what somebody did: `met on Monday and protesters`; not after `the`."""
    opening = WORD.match(omission.omitted.lstrip())
    before = [word[0].lower() for word in WORD.finditer(omission.left[-20:])]
    within = {*words.determiners.split("|"), *words.prepositions.split("|"), *words.auxiliaries.split("|")}
    return bool(opening and PAST.fullmatch(opening[0])) and not (before and before[-1] in within)


def _acts_again(omission: Omission, words: OmissionWords) -> bool:
    """Whether something else is done within the omitted words: `in May and fell by 3 per cent`, `the army and blamed`.

    When and where a deed was done that is left out as a whole (`and wounded 14 others`), so was the first one.
    """
    coordinators, determiners = set(words.coordinators.split("|")), set(words.determiners.split("|"))
    onward = omission.omitted + omission.right[:40]
    said = list(WORD.finditer(omission.omitted))
    if said and said[0][0].lower() in coordinators and not _is_its_own(omission, words):
        return False
    for before, match in pairwise(said):
        if match[0] in FINITE and before[0].lower() not in determiners:
            return True
        following = WORD.search(onward, match.end())
        has_object = following and (following[0][0].isdigit() or following[0].lower() in determiners)
        if has_object and PAST.fullmatch(match[0]) and before[0].lower() in coordinators:
            return True
    return False


def _is_its_own(omission: Omission, words: OmissionWords) -> bool:
    """Whether what follows belongs to a deed left out before it alone: `for the fire`, `in June` after another `in May`."""
    opening = WORD.match(omission.right.lstrip())
    lead = opening[0].lower() if opening else ""
    deed: list[str] = []
    for word in WORD.findall(omission.left):
        deed = [] if PAST.fullmatch(word) else [*deed, word.lower()]
    return lead in words.prepositions.split("|") and (lead not in ANYWHERE or lead in deed)


def _other_party(omission: Omission, words: OmissionWords) -> str | None:
    text = omission.omitted
    subject = next(cues(words.subjects, text), None)
    if subject:
        return f"leaves out who or what is spoken of (“{subject[0]}”)"
    if POSSESSIVE.search(text):
        return "leaves out whose it is"
    tail = text.rstrip()
    while (last := re.search(r"[^\W_]+['’]?\Z", tail)) and last[0].lower() in words.determiners.split("|"):
        tail = tail[: last.start()].rstrip()
    if _governed(omission, words):
        return "leaves out what the words before it belong to"
    preposition = _last_match(words.prepositions, tail)
    if preposition:
        return f"leaves out what the words after it belong to (“… {preposition}”)"
    name = None if words.capital_nouns else _bare_name(omission, words)
    return f"leaves out who or what is spoken of (“{name}”)" if name else None


def _governed(omission: Omission, words: OmissionWords) -> bool:
    """Whether the words before the omission lead in what ends within it: `by the [army, the] rebels`, `for [the court,] he`."""
    last = _last_word(omission.left)
    determiners = words.determiners.split("|")
    first, comma, rest = omission.omitted.partition(",")
    if not comma or last not in (*words.prepositions.split("|"), *determiners):
        return False
    opening, onward = WORD.search(first), WORD.search(rest)
    if last not in determiners and (not rest.strip() or (opening and opening[0].lower() in determiners)):
        return not _goes_on_listing(omission, words)
    return bool(onward and onward[0].lower() in determiners)


def _goes_on_listing(omission: Omission, words: OmissionWords) -> bool:
    """Whether the next thing of a list follows (`calls for [a truce,] the release of …`), nobody who says so."""
    opening = WORD.match(omission.right)
    listed = opening and opening[0].lower() in words.determiners.split("|")
    return bool(listed) and not any(cues(words.attributions, omission.right[:FOLLOWING]))


def _bare_name(omission: Omission, words: OmissionWords) -> str | None:
    """Return a name among the omitted words that no preposition leads in: it may be what the rest speaks of."""
    before = omission.left[-40:]
    prepositions = set(words.prepositions.split("|"))
    small = {*prepositions, *words.determiners.split("|")}
    text = before + omission.omitted
    for match in NAME.finditer(text, len(before)):
        near = [word[0].lower() for word in WORD.finditer(text[: match.start()])][-4:]
        is_word = match[0][0].islower() and match[0] < LATIN_END
        if not (
            is_word or prepositions.intersection(near) or match[0].lower() in small or _is_adverbial(match[0])
        ):
            return match[0]
    return None


def _is_adverbial(word: str) -> bool:
    """Whether a word with a capital, or of a script without, says when or where."""
    return word.lower() in CALENDAR or LOCATIVE.search(word) is not None or not TIME.sub("", word)
