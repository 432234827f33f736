"""The shape of the cue tables for negation, hedges and attribution in one language.

A phrase is a tuple of words; a word that ends in `*` stands for every form of that stem.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum

from msgspec import Struct

Phrase = tuple[str, ...]
Notions = tuple[tuple[str, int], ...]
"""The notions that a stem affirms (+1) or denies (-1)."""


class Firmness(IntEnum):
    """How firmly a thing is said to be so, or to come about. Only a step upwards is a fault."""

    MIGHT = 1
    MAY = 2
    BELIEVED = 3
    EXPECTED = 4
    SCHEDULED = 5
    CERTAIN = 6


class ModalityWords(Struct, frozen=True, eq=False):
    """Cue tables of one language; a constant, equal to itself only.

    `negators` deny what follows them, `idle` look like negators and deny nothing; `negative_stems` and `negative_phrases`
    say no of a thing without governing one word, `undoing` words turn the next one into its opposite (lift a ban, anti-war), `waiting_phrases` that it has not come about yet.
    `light_verbs` mean little without what follows them.

    `hedges` lower the firmness of what they govern; `softeners` do so too, but are too weak to be missed where they are
    dropped: only where the statement says that the thing is done or will be. `promises` (agreed to) and `purposes`
    (designed to) are among the hedges, `permissions` (allowed to) are no firmer than a "may" that allows; `conditions`
    make a sentence depend on something. `all_words` say of all what `some_words` say of some; `nearly` falls short of all.

    `opposites` maps a stem to its notion and whether it affirms (+1) or denies (-1) it. `converse` notions swap the
    parties (A won, B lost) and are compared at the same place only. `opposites_in_place` makes a table of more words, all of which are
    compared at the same place only.

    `particle_verbs` map the stem of a verb and its particle to the stem of the one verb that says the same (turn down,
    reject).

    `reports` are the verbs of saying (stem → whether their loss is a fault); `report_nouns` and `report_phrases` attribute
    without a verb; `report_lookalikes` are forms of such verbs that name a thing after an article (the judges, their posts);
    `denials` are the verbs by which a party says that something is not so, `withheld` what is not given where it is denied
    (access, bail); `performatives` are the verbs of acts that are done by announcing them, `judgements` those by which a
    party says what something is (called it a mistake).
    """

    function_words: frozenset[str]
    adverbs: frozenset[str]
    negators: frozenset[Phrase]
    idle: frozenset[Phrase]
    negative_stems: frozenset[str]
    negative_phrases: frozenset[Phrase]
    undoing: frozenset[str]
    waiting_phrases: frozenset[Phrase]
    hedges: Mapping[Phrase, Firmness]
    light_verbs: frozenset[str]
    all_words: frozenset[str]
    some_words: frozenset[str]
    nearly: frozenset[str]
    softeners: frozenset[Phrase]
    promises: frozenset[Phrase]
    permissions: frozenset[Phrase]
    purposes: frozenset[Phrase]
    conditions: frozenset[Phrase]
    opposites: Mapping[str, Notions]
    opposites_in_place: Callable[[], Mapping[str, Notions]]
    converse: frozenset[str]
    particle_verbs: Mapping[tuple[str, str], str]
    negative_prefixes: tuple[str, ...]
    exchanged_prefixes: tuple[tuple[str, str], ...]
    not_prefixed: frozenset[str]
    reports: Mapping[str, bool]
    report_phrases: Mapping[Phrase, bool]
    report_nouns: frozenset[str]
    report_lookalikes: frozenset[str]
    denials: frozenset[str]
    withheld: frozenset[str]
    performatives: frozenset[str]
    judgements: frozenset[str]
    claims: frozenset[str]
    proofs: frozenset[str]
