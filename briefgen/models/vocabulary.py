"""The controlled vocabularies: TLP 2.0, Admiralty grades, ICD 203 likelihood and confidence, CSL item types."""

from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator

from briefgen.models.scalars import Plain

TLP: Final = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""Markings of the Traffic Light Protocol 2.0 (FIRST, 2022), the least strict first."""

Marking = Literal["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""Admiralty reliability of a source (NATO AJP-2.1): A completely reliable … F cannot be judged."""

LIKELIHOOD_ROWS: Final = (
    (
        "almost no chance",
        "very unlikely",
        "unlikely",
        "roughly even chance",
        "likely",
        "very likely",
        "almost certain",
    ),
    (
        "remote",
        "highly improbable",
        "improbable",
        "roughly even odds",
        "probable",
        "highly probable",
        "nearly certain",
    ),
)
"""The two rows of terms of ICD 203 (2015), D.6.e(2)(a); rows are not to be mixed in one product."""

Likelihood = Literal[
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
    "remote",
    "highly improbable",
    "improbable",
    "roughly even odds",
    "probable",
    "highly probable",
    "nearly certain",
]
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
