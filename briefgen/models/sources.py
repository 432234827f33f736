"""The register of sources: CSL bibliographic data, ICD 206 descriptors, Admiralty reliability."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from briefgen.models.base import Model, Seq
from briefgen.models.scalars import Edtf, LanguageTag, Line, Slug
from briefgen.models.vocabulary import ItemType, Marking, Reliability


class Name(Model):
    """A CSL name: a person by `family` and `given`, or anybody by `literal`."""

    family: Line | None = None
    given: Line | None = None
    literal: Line | None = None
    suffix: Line | None = None
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
    """What the register says of one source. Unknown facts stay None: nothing is invented."""

    id: Slug = Field(description="Kebab-case, unique in the workspace.")
    file: Line = Field(description="The archived file, beside the register: .txt .md .html .pdf .docx")
    type: ItemType = Field("document", description="A CSL item type.")
    title: Line
    author: Seq[Name] | None = ()
    publisher: Line | None = None
    container_title: Line | None = Field(None, alias="container-title")
    issued: Edtf | None = Field(None, description="EDTF; null prints as n.d.")
    accessed: Edtf | None = None
    URL: Annotated[Line, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    language: LanguageTag | None = None
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

    sources: Seq[SourceRecord]
