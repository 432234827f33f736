"""The name of a quote in whose place a statement has another.

Owns what "the place" of a name is where the quotes lack the name: between the same neighbours, as the owner of the same
thing, before the same word, after the same office, in the same list, or beside the same part of a longer name.
"""

from collections.abc import Iterator

from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.names.lexicon import Lexicon, fold, is_demonym, is_territory
from briefgen.evidence.names.mentions import FUNCTION, Name, capital, find_names, lists_of_names
from briefgen.evidence.text.alignment import Aligned, align
from briefgen.evidence.text.auxiliaries import BE, HAVE
from briefgen.evidence.text.wording import Break, Wording

Rival = tuple[int, Wording, int, int]
"""A name of a quote: the quote's number, the quote, and the name's first and last word."""

LOOSEST = 0.3
"""So much of a sentence must stand in a quote for the place of a name that no quote has."""

_BACK = 7
"""So many words before a preposition may be what it is joined to."""

_JOINTS = dict.fromkeys("in at near".split(), "in") | {word: word for word in "from to into against".split()}
_WITHIN = frozenset("of the de la al el bin van von".split())
_AUXILIARIES = BE | HAVE | {"will", "would"}


def rival_of(
    statement: Wording, name: Name, missing: list[int], quotes: tuple[Wording, ...], names: NameWords
) -> Rival | None:
    """The name of a quote in whose place the statement has a name that no quote has (its words `missing`)."""
    found = next(_Rivals(statement, name, missing, quotes, names).all(), None)
    return found and (*found[:2], found[2][0], _end(found[1], found[2]))


class _Rivals:
    """The search for the rivals of one name; the surer ways of finding one come first."""

    def __init__(
        self,
        statement: Wording,
        name: Name,
        missing: list[int],
        quotes: tuple[Wording, ...],
        names: NameWords,
    ) -> None:
        self.statement, self.name, self.missing = statement, name, missing
        self.quotes, self.names = quotes, names
        self.own = frozenset(map(fold, statement.words))
        self.territorial = all(is_territory(fold(statement.words[i]), names) for i in missing)

    def all(self) -> Iterator[tuple[int, Wording, list[int]]]:
        aligned = align(self.statement, self.statement.sentence_of(self.name.first), self.quotes)
        if aligned is not None and aligned.share >= LOOSEST:
            yield from self._at_the_same_place(aligned)
            yield from self._owners(aligned)
        yield from self._before_the_same_word()
        yield from self._holders()
        yield from self._after_the_same_words()
        yield from self._namesakes()
        yield from self._in_the_same_list()

    def strange(self, quote: Wording, found: Name) -> list[int]:
        """The parts of a quote's name that the statement does not have.

        A people or country is strange only to another one: it may stand for its capital, its team or its government.
        """
        parts = [i for i in found.parts if fold(quote.words[i]) not in self.own]
        return [
            i
            for i in parts
            if not is_demonym(fold(quote.words[i]), self.names) or self._is_other_land(quote, i)
        ]

    def _is_other_land(self, quote: Wording, index: int) -> bool:
        word, said = fold(quote.words[index]), Lexicon((self.statement.text,), self.names)
        return self.territorial and not said.has(word) and not said.has_seat(word)

    def _foreign(self, quote: Wording) -> Iterator[tuple[Name, list[int]]]:
        """The names of a quote that are no other form of the name, with their strange parts."""
        for found in find_names(quote, self.names):
            theirs = self.strange(quote, found)
            if theirs and not akin(self.statement, self.missing, quote, theirs):
                yield found, theirs

    def _at_the_same_place(self, aligned: Aligned) -> Iterator[tuple[int, Wording, list[int]]]:
        for _, theirs in self._foreign(aligned.quote):
            if _same_place(aligned, self.missing, theirs):
                yield aligned.number, aligned.quote, theirs

    def _owners(self, aligned: Aligned) -> Iterator[tuple[int, Wording, list[int]]]:
        """Near the wording: whose the thing is in the quote that is another's in the statement.

        "The ministry of Valmora" and "the Karst ministry", "Valmora's ministry" and "the ministry of Karst".
        """
        if not aligned.near:
            return
        places = {aligned.partner(head) for head in _owned(aligned.statement, self.missing)} - {-1}
        for _, theirs in self._foreign(aligned.quote):
            if not places.isdisjoint(_owned(aligned.quote, theirs)):
                yield aligned.number, aligned.quote, theirs

    def _before_the_same_word(self) -> Iterator[tuple[int, Wording, list[int]]]:
        """Names that qualify the very word that the name qualifies."""
        after = _follower(self.statement, self.missing[-1])
        if after is None:
            return
        meaning = self._meaning(self.statement, after)
        for number, quote in enumerate(self.quotes):
            for found, theirs in self._foreign(quote):
                follows = _follower(quote, found.last)
                if follows is not None and self._meaning(quote, follows) == meaning:
                    yield number, quote, theirs

    def _meaning(self, text: Wording, index: int) -> str:
        """What a word comes to: its stem, or the group of people that it stands for (carriers, airlines)."""
        return self.names.groups.get(text.words[index], text.stems[index])

    def _holders(self) -> Iterator[tuple[int, Wording, list[int]]]:
        """Who holds the office, or stands in the relation, that the statement gives to another (President Biden)."""
        office = _office(self.statement, self.missing[0] - 1, self.names)
        if office is None:
            return
        for number, quote in enumerate(self.quotes):
            for found, theirs in self._foreign(quote):
                held = any(_office(quote, i - 1, self.names) == office for i in theirs)
                if held and found.parts[-1] in theirs:
                    yield number, quote, theirs

    def _after_the_same_words(self) -> Iterator[tuple[int, Wording, list[int]]]:
        """Names that a preposition joins to the very word that the name is joined to (born in Hamilton)."""
        joint = _joint(self.statement, self.missing[0])
        if joint is None:
            return
        near = joint[1][:1]
        for number, quote in enumerate(self.quotes):
            for found, theirs in self._foreign(quote):
                other = _joint(quote, found.parts[0])
                if (
                    other
                    and other[0] == joint[0]
                    and near
                    and near[0] in other[1]
                    and found.parts[-1] in theirs
                ):
                    yield number, quote, theirs

    def _namesakes(self) -> Iterator[tuple[int, Wording, list[int]]]:
        """Names that share a part with the name and have another in its place: another first name, another last.

        A part that a quote gives alone tells nothing: the surname stands for whoever bears it.
        """
        mine = [pair for pair in _pairs(self.statement, self.name) if self._lacks_one(pair)]
        for number, quote in enumerate(self.quotes):
            for found, theirs in self._foreign(quote):
                if any(
                    self._is_namesake(quote, pair, theirs, own)
                    for pair in _pairs(quote, found)
                    for own in mine
                ):
                    yield number, quote, theirs

    def _lacks_one(self, pair: tuple[int, int]) -> bool:
        """Whether the quotes have one part of two, and only in longer names."""
        lacking = [i for i in pair if i in self.missing]
        if len(lacking) != 1 or (lacking[0] == pair[1] and len(self.name.parts) > 2):
            return False
        kept = fold(self.statement.words[pair[0] if lacking[0] == pair[1] else pair[1]])
        alone = (
            fold(quote.words[found.parts[0]]) == kept
            for quote in self.quotes
            for found in find_names(quote, self.names)
            if len(found.parts) == 1
        )
        return not any(alone)

    def _is_namesake(
        self, quote: Wording, pair: tuple[int, int], theirs: list[int], own: tuple[int, int]
    ) -> bool:
        at = 0 if own[0] in self.missing else 1
        same = fold(quote.words[pair[1 - at]]) == fold(self.statement.words[own[1 - at]])
        return same and pair[at] in theirs

    def _in_the_same_list(self) -> Iterator[tuple[int, Wording, list[int]]]:
        """Names that a quote has in the list from which the statement has the others."""
        mine = self._siblings(self.statement, self.missing[0])
        kept = frozenset().union(*mine)
        for number, quote in enumerate(self.quotes):
            for _, theirs in self._foreign(quote):
                others = self._siblings(quote, theirs[0])
                if others and len(others) == len(mine) and all(not kept.isdisjoint(each) for each in others):
                    yield number, quote, theirs

    def _siblings(self, text: Wording, index: int) -> list[frozenset[str]]:
        """The other names of the list in which a name stands, as their words."""
        for listed in lists_of_names(text, self.names):
            if any(index in each for each in listed):
                return [frozenset(fold(text.words[i]) for i in each) for each in listed if index not in each]
        return []


def _end(quote: Wording, parts: list[int]) -> int:
    """The last word of the name that some parts make, up to where another begins (Naomi Bass, and Kyoto after it)."""
    last = parts[0]
    for i in parts[1:]:
        if not _WITHIN.issuperset(quote.words[last + 1 : i]):
            break
        last = i
    return last


def _follower(text: Wording, last: int) -> int | None:
    """The word that a name qualifies or is the subject of: it follows closely, and is no name nor a function word."""
    index = last + 1
    while index < len(text) and text.words[index] in _AUXILIARIES and text.breaks[index] is Break.NONE:
        index += 1
    if index == len(text) or text.breaks[index] is not Break.NONE or capital(text, index):
        return None
    return None if text.words[index] in FUNCTION else index


def _joint(text: Wording, first: int) -> tuple[str, list[str]] | None:
    """The preposition right before a name, and the stems of the words before it in its clause, the nearest first."""
    at = first - 1
    if at > 0 and text.words[at] == "the":
        at -= 1
    if at < 1 or text.words[at] not in _JOINTS or text.breaks[at + 1] is not Break.NONE:
        return None
    before: list[str] = []
    for i in range(at - 1, max(-1, at - 1 - _BACK), -1):
        if text.words[i] not in FUNCTION and not capital(text, i) and not text.words[i][0].isdigit():
            before.append(text.stems[i])
        if text.breaks[i] >= Break.CLAUSE:
            break
    return _JOINTS[text.words[at]], before


def _office(text: Wording, index: int, names: NameWords) -> str | None:
    """The office or relation right before a name; its synonyms count as one."""
    if index < 0 or text.breaks[index + 1] is not Break.NONE:
        return None
    word = text.words[index]
    if word in names.civil:
        return None
    return names.roles.get(word) or (word if word in names.relations else None)


def _pairs(text: Wording, name: Name) -> list[tuple[int, int]]:
    """The parts of a name that stand side by side, owners aside (Iraq's Sudani)."""
    pairs = zip(name.parts, name.parts[1:], strict=False)
    return [(i, j) for i, j in pairs if j == i + 1 and text.starts[j] - text.ends[i] == 1]


def _owned(text: Wording, name: list[int]) -> list[int]:
    """The words that a name may be joined to as their owner: before each "of", or right after the name."""
    heads, at = [], name[0]
    while at > 1 and text.words[at - 1] == "of" and text.breaks[at] is text.breaks[at - 1] is Break.NONE:
        at -= 2
        heads.append(at)
    after = name[-1] + 1
    if not heads and after < len(text) and text.breaks[after] is Break.NONE and not capital(text, after):
        return [] if text.words[after] in FUNCTION else [after]
    return heads


def akin(statement: Wording, missing: list[int], quote: Wording, theirs: list[int]) -> bool:
    """Whether one name is a short form of the other (Hibs, Hibernian)."""
    pairs = ((fold(statement.words[i]), fold(quote.words[j])) for i in missing for j in theirs)
    return any(own[:3] == other[:3] and min(len(own), len(other)) <= 5 for own, other in pairs)


def _same_place(aligned: Aligned, missing: list[int], theirs: list[int]) -> bool:
    """Whether the words between the same matched neighbours are these in the one and those in the other."""
    for left, right in aligned.gaps():
        if missing[0] in left and theirs[0] in right:
            return others(aligned.statement, left) <= 1 and others(aligned.quote, right) <= 1
    return False


def others(text: Wording, places: range) -> int:
    """How many words beside names and function words there are."""
    return sum(not capital(text, i) and text.words[i] not in FUNCTION for i in places)
