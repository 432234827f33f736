"""The register of sources: CSL bibliographic data, ICD 206 descriptors, Admiralty reliability."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from briefgen.models.base import Model, Seq
from briefgen.models.scalars import Edtf, LanguageTag, Line, Slug
from briefgen.models.vocabulary import ItemType, Marking, Reliability


class Name(Model):
    """A CSL name: a person by `family` and `given`, or anybody by `literal`."""

    family: Line | None = Field(None, description="The family name of a person.")
    given: Line | None = Field(None, description="The given names of a person.")
    literal: Line | None = Field(None, description="The whole name of anybody, such as a ministry.")
    suffix: Line | None = Field(None, description="As Jr.")
    dropping_particle: Line | None = Field(None, alias="dropping-particle")
    non_dropping_particle: Line | None = Field(None, alias="non-dropping-particle")

    @model_validator(mode="after")
    def _named(self) -> "Name":
        if (self.literal is None) == (self.family is None):
            raise PydanticCustomError("name", "a name has either `family` (and `given`) or `literal`")
        return self

    @property
    def display(self) -> str:
        """The name as it is read: `Given Family`, or the literal."""
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        return self.literal or " ".join(part for part in parts if part)


class SourceRecord(Model):
    """What the register says of one source. What is not known stays null: nothing is invented."""

    id: Slug = Field(description="Kebab-case, unique in the workspace.")
    file: Line = Field(description="The archived file, beside the register: .txt .md .html .pdf .docx")
    type: ItemType = Field("document", description="A CSL item type.")
    title: Line = Field(description="As the source has it; one that you supplied stands in square brackets.")
    author: Seq[Name] | None = Field((), description="Who wrote it, as CSL names.")
    publisher: Line | None = Field(None, description="Who published it.")
    container_title: Line | None = Field(
        None, alias="container-title", description="The newspaper, journal or site that it stands in."
    )
    issued: Edtf | None = Field(None, description="EDTF; null prints as n.d.")
    accessed: Edtf | None = Field(None, description="When it was fetched, EDTF.")
    URL: Annotated[Line, StringConstraints(pattern=r"^https?://\S+$")] | None = Field(
        None, description="Where it was fetched from."
    )
    language: LanguageTag | None = Field(None, description="The language that it is written in: en, ar, fr.")
    descriptor: Line | None = Field(
        None, description="Source descriptor (ICD 206): what it is, its access and limits."
    )
    reliability: Reliability | None = Field(None, description="Admiralty A-F (F: cannot be judged).")
    independence: Slug | None = Field(None, description="Sources of one group count as one.")
    marking: Marking | None = Field(None, description="TLP 2.0; none means TLP:CLEAR.")

    @property
    def group(self) -> str:
        """The group that counts as one source when corroboration is counted."""
        return self.independence or self.id

    @property
    def effective_marking(self) -> str:
        """Its marking; a source without one is TLP:CLEAR."""
        return self.marking or "TLP:CLEAR"


class Register(Model):
    """A `sources.yaml`."""

    sources: Seq[SourceRecord] = Field(description="The sources whose files stand beside this register.")
