"""The controlled vocabularies: TLP 2.0, Admiralty grades, ICD 203 likelihood and confidence, CSL item types."""

from typing import Annotated, Any, Final, Literal, get_args

from pydantic import BeforeValidator

from briefgen.models.scalars import Plain

ItemSection = Literal[
    "bottom_line", "key_facts", "positions", "open_questions", "regional_context", "timeline", "figures"
]
Section = Literal[ItemSection, "map", "glossary"]
SECTIONS: Final[tuple[str, ...]] = get_args(ItemSection)
"""The sections that hold items, in the order in which a brief is read."""

Marking = Literal["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
TLP: Final[tuple[str, ...]] = get_args(Marking)
"""Markings of the Traffic Light Protocol 2.0 (FIRST, 2022), the least strict first."""

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Admiralty reliability of a source (NATO AJP-2.1): A completely reliable … F cannot be judged."""

Likely = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
]
Probable = Literal[
    "remote",
    "highly improbable",
    "improbable",
    "roughly even odds",
    "probable",
    "highly probable",
    "nearly certain",
]
Likelihood = Literal[Likely, Probable]
LIKELIHOOD_ROWS: Final[tuple[tuple[str, ...], ...]] = (get_args(Likely), get_args(Probable))
"""The two rows of terms of ICD 203 (2015), D.6.e(2)(a); rows are not to be mixed in one product."""

Confidence = Literal["high", "moderate", "low"]
Priority = Literal["must", "should", "could"]
Relation = Literal["supports", "partly", "disputes"]


CitationStyle = Literal["notes", "apa", "chicago-author-date", "chicago-notes", "ieee"]
"""How the list of sources is set: `notes` is briefgen's own form, the others are CSL styles."""


def _grade(value: Any) -> Any:
    return int(value) if isinstance(value, Plain) and value in {"1", "2", "3", "4", "5", "6"} else value


Grade = Annotated[Literal[1, 2, 3, 4, 5, 6], BeforeValidator(_grade)]
"""Admiralty credibility of a piece of information (NATO AJP-2.1): 1 confirmed … 6 cannot be judged."""

ItemType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip
"""The item types of CSL 1.0.2."""


def strictest(markings: tuple[str, ...]) -> str:
    """Return the strictest of `markings` (TLP names), TLP:CLEAR where there is none."""
    return max(markings, key=TLP.index, default=TLP[0])
