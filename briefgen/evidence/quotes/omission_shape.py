"""The shape of the tables of words that must not be left out of a quote."""

from msgspec import Struct


class OmissionWords(Struct, frozen=True):
    """The tables of one language. `slight_bounds` count only right before what goes on, `qualifiers` before the noun that they belong to; `common` tells
    languages apart.
    """

    negations: str
    hedges: str
    conditions: str
    exclusions: str
    attributions: str
    bounds: str
    qualifiers: str = ""
    slight_bounds: str = ""
    clauses: str = ""
    coordinators: str = ""
    subjects: str = ""
    prepositions: str = ""
    determiners: str = ""
    auxiliaries: str = ""
    common: str = ""
    spaced: bool = True
    capital_nouns: bool = False
