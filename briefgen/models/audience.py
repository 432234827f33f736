"""An audience: what its readers get, in which form."""

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from briefgen.models.base import Model, Seq
from briefgen.models.scalars import Integer, LanguageTag, Line, Number, Slug, Text, Truth, within
from briefgen.models.vocabulary import CitationStyle, Marking, Priority

Section = Literal[
    "bottom_line",
    "key_facts",
    "positions",
    "open_questions",
    "regional_context",
    "timeline",
    "figures",
    "map",
    "glossary",
]
# Said twice, since a schema given for a type silences what its bounds would add.
BodySize = Annotated[Number, within(8, 24), WithJsonSchema({"type": "number", "minimum": 8, "maximum": 24})]
Token = Annotated[Line | Number, Field(union_mode="left_to_right")]


class AudienceFile(Model):
    """An `audience.yaml` as written: whatever it leaves out comes from the audience that it `extends`."""

    label: Text | None = None
    extends: Slug | None = None
    page: Literal["A4", "Letter"] | None = None
    max_pages: Annotated[Integer, within(1, 20)] | None = None
    min_body_pt: BodySize | None = None
    sections: Seq[Section] | None = None
    priorities: Seq[Priority] | None = None
    marking: Marking | None = None
    evidence: Literal["quotes", "notes", "none"] | None = None
    language: LanguageTag | None = None
    theme: dict[Line, Token] | None = None
    withheld_note: Truth | None = None
    withheld_basis: Literal["withhold", "flag"] | None = None
    legend: Truth | None = Field(
        None, description="Whether the glossary explains the signs and grades of the page, too."
    )
    drop_could: Truth | None = None
    citation_style: CitationStyle | None = None
    limits: dict[Section, Annotated[Integer, within(1)]] | None = None
    headings: dict[Section | Literal["notes", "sources"], Text] | None = Field(
        None, description="Headings in other words than the furniture's."
    )


class Audience(Model):
    """An audience with every setting decided along its `extends` chain."""

    id: Slug
    label: Text
    chain: tuple[str, ...] = Field(description="Itself first, then what it extends, to the last.")
    page: Literal["A4", "Letter"]
    max_pages: int
    min_body_pt: float = Field(description="Points; the smallest size that a statement may be set in.")
    sections: tuple[Section, ...]
    priorities: tuple[Priority, ...]
    marking: Marking
    evidence: Literal["quotes", "notes", "none"]
    language: LanguageTag
    theme: dict[str, str]
    withheld_note: bool
    withheld_basis: Literal["withhold", "flag"]
    legend: bool
    drop_could: bool
    citation_style: CitationStyle
    limits: dict[str, int]
    headings: dict[str, Text]
