"""An audience: what its readers get, in which form."""

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from briefgen.models.base import Model, Seq
from briefgen.models.scalars import Integer, LanguageTag, Line, Number, Slug, Text, Truth, within
from briefgen.models.vocabulary import CitationStyle, Marking, Priority, Section

Heading = Literal[Section, "notes", "sources"]
"""What has a heading: each section, and the notes and sources below them."""
# Said twice, since a schema given for a type silences what its bounds would add.
BodySize = Annotated[Number, within(8, 24), WithJsonSchema({"type": "number", "minimum": 8, "maximum": 24})]
Token = Annotated[Line | Number, Field(union_mode="left_to_right")]


class AudienceFile(Model):
    """An `audience.yaml` as written: whatever it leaves out comes from the audience that it `extends`."""

    label: Text | None = Field(None, description="Who these readers are, as lists name them.")
    extends: Slug | None = Field(
        None, description="Another audience, from which all that is not said here comes."
    )
    page: Literal["A4", "Letter"] | None = Field(None, description="The paper.")
    max_pages: Annotated[Integer, within(1, 20)] | None = Field(
        None, description="How many pages it may take."
    )
    min_body_pt: BodySize | None = Field(None, description="The smallest size of a statement, in points.")
    sections: Seq[Section] | None = Field(None, description="Which sections are taken.")
    priorities: Seq[Priority] | None = Field(None, description="Items of which priorities are taken.")
    marking: Marking | None = Field(None, description="The strictest marking that these readers may read.")
    evidence: Literal["quotes", "notes", "none"] | None = Field(
        None, description="The quoted words, the source notes alone, or neither."
    )
    language: LanguageTag | None = Field(
        None, description="Of headings, dates and numbers; `und`: that of the brief."
    )
    theme: dict[Line, Token] | None = Field(
        None, description='`typeface: serif`, `sans` or `large`, `accent: "#1f4e79"`, and single tokens.'
    )
    withheld_note: Truth | None = Field(
        None, description="Whether the page says how many items are withheld."
    )
    withheld_basis: Literal["withhold", "flag"] | None = Field(
        None, description="Whether a judgement goes with its withheld basis, or is shown and says so."
    )
    legend: Truth | None = Field(
        None, description="Whether the glossary explains the signs and grades of the page, too."
    )
    drop_could: Truth | None = Field(
        None, description="Whether `could` items may be left out to fit; the page then says how many."
    )
    citation_style: CitationStyle | None = Field(
        None, description="How the list of sources is set: `notes`, or a CSL style."
    )
    limits: dict[Section, Annotated[Integer, within(1)]] | None = Field(
        None, description="How many items of a section are taken, at the most: `{key_facts: 5}`."
    )
    headings: dict[Heading, Text] | None = Field(
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
