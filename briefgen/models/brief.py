"""A brief: statements with verbatim citations, in the sections that every brief has."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self, cast

from pydantic import Field, ModelWrapValidatorHandler, StringConstraints, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError, PydanticKnownError

from briefgen.models.base import Model, Seq
from briefgen.models.scalars import Edtf, Integer, LanguageTag, Line, Number, Slug, Text, Truth, within
from briefgen.models.vocabulary import Confidence, Grade, Likelihood, Marking, Priority, Relation

Reference = Annotated[
    Line,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*#[a-z0-9]+(-[a-z0-9]+)*$"),
]
"""An item of another brief: `other-brief#item-id`."""


class Citation(Model):
    """A verbatim quote in a source (a W3C Web Annotation TextQuoteSelector with the source's id)."""

    source: Slug
    quote: Line = Field(description="Verbatim; [...] marks an elision.")
    prefix: Line | None = Field(
        None, description="Words right before the quote, where it stands more than once."
    )
    suffix: Line | None = Field(None, description="Words right after the quote.")
    page: Annotated[Integer, within(1)] | None = Field(None, description="Paged sources only.")
    relation: Relation = "supports"
    credibility: Grade | None = Field(None, description="Admiralty 1-6.")


class Waiver(Model):
    """One rule that this item may break, and why."""

    rule: Line
    reason: Line


class Item(Model):
    """What every item of a brief may carry. An item with `use` takes the rest from another brief."""

    required: ClassVar[tuple[str, ...]] = ("statement",)

    id: Slug | None = None
    use: Reference | None = Field(
        None, description="Takes this item from another brief: other-brief#item-id."
    )
    citations: Seq[Citation] = ()
    as_of: Edtf | None = None
    priority: Priority = "should"
    marking: Marking | None = None
    audiences: Seq[Slug] | None = Field(None, description="Only these audiences; default all.")
    tags: Seq[Line] = ()
    basis: Seq[Slug] = ()
    supersedes: Seq[Slug] = ()
    derived: Seq[Line] = Field((), description="Arithmetic that the reader can redo: 3,400 = 2,500 + 900")
    likelihood: Likelihood | None = Field(None, description="An ICD 203 term.")
    confidence: Confidence | None = None
    allow: Seq[Waiver] = Field((), description="Waivers, each of one rule with its reason.")

    @model_validator(mode="wrap")
    @classmethod
    def _complete(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Without `use`, what the item needs must be there; said along with every other fault."""
        used = isinstance(data, Mapping) and data.get("use") is not None
        lacking = [
            name for name in cls.required if isinstance(data, Mapping) and data.get(name) is None and not used
        ]
        errors = [InitErrorDetails(type="missing", loc=(name,), input=None) for name in lacking]
        try:
            model = handler(data)
        except ValidationError as error:
            raise ValidationError.from_exception_data(
                cls.__name__, [*map(_again, error.errors()), *errors]
            ) from error
        if errors:
            raise ValidationError.from_exception_data(cls.__name__, errors)
        return model


def _again(details: ErrorDetails) -> InitErrorDetails:
    """An error of pydantic's in the form that it takes errors in."""
    kind, context = details["type"], details.get("ctx", {})
    again = InitErrorDetails(type=kind, loc=details["loc"], input=details["input"], ctx=context)
    try:
        PydanticKnownError(cast(Any, kind), context)
    except (KeyError, TypeError):
        again["type"] = PydanticCustomError(cast(Any, kind), cast(Any, details["msg"]))
    return again


class Fact(Item):
    """A statement and what it rests on."""

    statement: Text | None = None


class Position(Fact):
    """A statement with the party that holds it."""

    required: ClassVar = ("actor", "statement")
    actor: Text | None = None


class OpenQuestion(Fact):
    """What is not settled, and what is known so far."""

    required: ClassVar = ("question",)
    question: Text | None = None


class TimelineEntry(Fact):
    """A dated statement."""

    required: ClassVar = ("date", "statement")
    date: Edtf | None = None


class Value(Model):
    """One value of a chart, or the ends of a range; always cited."""

    label: Text
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    approximate: Truth = False
    citations: Seq[Citation] = ()

    @model_validator(mode="after")
    def _valued(self) -> "Value":
        ends = (self.low is None) + (self.high is None)
        if ends == 1 or (self.value is None and ends):
            raise PydanticCustomError("value", "a value of a figure has `value`, or `low` and `high`")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise PydanticCustomError("value", "`low` is above `high`")
        return self


class Figure(Item):
    """A small chart."""

    required: ClassVar = ("title", "values")
    title: Text | None = None
    unit: Text | None = None
    kind: Literal["bar", "line", "range"] = "bar"
    values: Seq[Value] | None = Field(None, min_length=1)


class Place(Model):
    """A point on the locator map: degrees, north and east positive (WGS 84)."""

    name: Text
    lat: Annotated[Number, within(-90, 90)]
    lon: Annotated[Number, within(-180, 180)]


class Map(Model):
    """A locator map."""

    places: Annotated[Seq[Place], Field(min_length=1)]
    citations: Seq[Citation] = ()
    marking: Marking | None = None
    audiences: Seq[Slug] | None = None
    title: Text | None = None


SECTIONS = (
    "bottom_line",
    "key_facts",
    "positions",
    "open_questions",
    "regional_context",
    "timeline",
    "figures",
)
"""The sections that hold items, in the order in which a brief is read."""


class Brief(Model):
    """One brief, as its file says it. Its id is its path below `briefs/` without `.yaml`."""

    title: Text
    subtitle: Text | None = None
    as_of: Edtf | None = Field(None, description="The information cut-off, EDTF.")
    prepared: Edtf | None = None
    authors: Seq[Line] = ()
    language: LanguageTag = "en"
    marking: Marking = "TLP:CLEAR"
    attribution: Literal["statement", "note"] = Field(
        "statement",
        description="Whether a party's claim names the party in the statement, or the note suffices.",
    )
    aliases: dict[Line, Seq[Line]] = Field(default_factory=dict)
    bottom_line: Seq[Fact] = ()
    key_facts: Seq[Fact]
    positions: Seq[Position]
    open_questions: Seq[OpenQuestion]
    regional_context: Seq[Fact]
    timeline: Seq[TimelineEntry] = ()
    figures: Seq[Figure] = ()
    map: Map | None = None
    glossary: dict[Line, Text] = Field(default_factory=dict)
    changes_since: Line | None = Field(None, description="A git revision or an edition file.")

    def items(self) -> Iterator[tuple[str, int, Any]]:
        """Yield (section, index, item) in the order of the sections."""
        for section in SECTIONS:
            for index, item in enumerate(getattr(self, section)):
                yield section, index, item


class SharedFacts(Model):
    """A file of `briefs/shared/`: facts that other briefs take by `use`; no brief of its own."""

    title: Text | None = None
    language: LanguageTag = "en"
    marking: Marking = "TLP:CLEAR"
    aliases: dict[Line, Seq[Line]] = Field(default_factory=dict)
    key_facts: Seq[Fact] = ()
    positions: Seq[Position] = ()
    open_questions: Seq[OpenQuestion] = ()
    regional_context: Seq[Fact] = ()
    timeline: Seq[TimelineEntry] = ()
    figures: Seq[Figure] = ()
