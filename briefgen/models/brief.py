"""A brief: statements with verbatim citations, in the sections that every brief has."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self, cast

from pydantic import Field, ModelWrapValidatorHandler, StringConstraints, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError, PydanticKnownError

from briefgen.models.base import Model, Seq
from briefgen.models.scalars import Edtf, Integer, LanguageTag, Line, Number, Slug, Text, Truth, within
from briefgen.models.vocabulary import SECTIONS, Confidence, Grade, Likelihood, Marking, Priority, Relation

Reference = Annotated[
    Line,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*#[a-z0-9]+(-[a-z0-9]+)*$"),
]
"""An item of another brief: `other-brief#item-id`."""


class Citation(Model):
    """A verbatim quote in a source (a W3C Web Annotation TextQuoteSelector with the source's id)."""

    source: Slug = Field(description="The id of a source, as in a sources.yaml below seeds/.")
    quote: Line = Field(description="Verbatim; [...] marks an elision.")
    prefix: Line | None = Field(
        None, description="Words right before the quote, where it stands more than once."
    )
    suffix: Line | None = Field(None, description="Words right after the quote.")
    page: Annotated[Integer, within(1)] | None = Field(None, description="Paged sources only.")
    relation: Relation = Field("supports", description="How the quote bears on the statement.")
    credibility: Grade | None = Field(
        None,
        description="Admiralty: 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged.",
    )


class Waiver(Model):
    """One rule that this item may break, and why."""

    rule: Line = Field(description="A rule's name, as `briefgen explain` lists them.")
    reason: Line = Field(description="Why the rule is wrong here.")


class Item(Model):
    """What every item of a brief may carry. An item with `use` takes the rest from another brief."""

    required: ClassVar[tuple[str, ...]] = ("statement",)

    id: Slug | None = Field(
        None, description="Kebab-case, unique in the brief: what basis and supersedes name."
    )
    use: Reference | None = Field(
        None, description="Takes this item from another brief: other-brief#item-id."
    )
    citations: Seq[Citation] = Field((), description="What the statement rests on, word for word.")
    as_of: Edtf | None = Field(None, description="The day, month or year for which this holds, EDTF.")
    priority: Priority = Field(
        "should", description="Which items an audience takes, and which are cut first."
    )
    marking: Marking | None = Field(
        None, description="TLP 2.0; default: the brief's, or a stricter one of its sources or basis."
    )
    audiences: Seq[Slug] | None = Field(None, description="Only these audiences; default all.")
    tags: Seq[Line] = Field((), description="Words to find it by, in the JSON.")
    basis: Seq[Slug] = Field((), description="Ids of the items in this brief that it is drawn from.")
    supersedes: Seq[Slug] = Field(
        (), description="Ids of the items that this one replaces; the page marks them."
    )
    derived: Seq[Line] = Field((), description="Arithmetic that the reader can redo: 3,400 = 2,500 + 900")
    likelihood: Likelihood | None = Field(None, description="An ICD 203 term.")
    confidence: Confidence | None = Field(None, description="How good the ground is (ICD 203).")
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

    statement: Text | None = Field(None, description="What is said, in your own words.")


class Position(Fact):
    """A statement with the party that holds it."""

    required: ClassVar = ("actor", "statement")
    actor: Text | None = Field(None, description="The party that holds it.")


class OpenQuestion(Fact):
    """What is not settled, and what is known so far."""

    required: ClassVar = ("question",)
    question: Text | None = Field(
        None, description="What the reader will ask; the statement says what is known."
    )


class TimelineEntry(Fact):
    """A dated statement."""

    required: ClassVar = ("date", "statement")
    date: Edtf | None = Field(None, description="When, as exactly as the source has it, EDTF.")


class Value(Model):
    """One value of a chart, or the ends of a range; always cited."""

    label: Text = Field(description="What the value is of.")
    value: Number | None = Field(None, description="The figure in digits; `approximate: true` says “about”.")
    low: Number | None = Field(None, description="The lower end of a range.")
    high: Number | None = Field(None, description="The upper end of a range.")
    approximate: Truth = Field(False, description="Whether the chart says “about”.")
    citations: Seq[Citation] = Field((), description="Where the figure stands.")

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
    title: Text | None = Field(None, description="What the chart shows.")
    unit: Text | None = Field(None, description="What is counted: troops, %, million litres.")
    kind: Literal["bar", "line", "range"] = Field("bar", description="The form of the chart.")
    values: Seq[Value] | None = Field(
        None, min_length=1, description="What it is made of, each with its quote."
    )


class Place(Model):
    """A point on the locator map: degrees, north and east positive (WGS 84)."""

    name: Text = Field(description="As the map prints it.")
    lat: Annotated[Number, within(-90, 90)] = Field(description="North of the equator; south is negative.")
    lon: Annotated[Number, within(-180, 180)] = Field(description="East of Greenwich; west is negative.")


class Map(Model):
    """A locator map."""

    places: Annotated[Seq[Place], Field(min_length=1)] = Field(description="What is marked on it.")
    citations: Seq[Citation] = Field((), description="Where the places are named.")
    marking: Marking | None = Field(None, description="TLP 2.0; default: the brief's.")
    audiences: Seq[Slug] | None = Field(None, description="Only these audiences; default all.")
    title: Text | None = Field(None, description="What the map shows.")


EMPTY = "A section that has nothing to say is written []."


class Brief(Model):
    """One brief, as its file says it. Its id is its path below `briefs/` without `.yaml`."""

    title: Text = Field(description="The heading of the page.")
    subtitle: Text | None = Field(None, description="One line below it.")
    as_of: Edtf | None = Field(None, description="The information cut-off, EDTF.")
    prepared: Edtf | None = Field(None, description="The day on which the brief was finished, EDTF.")
    authors: Seq[Line] = Field((), description="Who answers for it.")
    language: LanguageTag = Field("en", description="The language that it is written in: en, en-GB, ckb.")
    marking: Marking = Field("TLP:CLEAR", description="TLP 2.0, for the items that carry none.")
    attribution: Literal["statement", "note"] = Field(
        "statement",
        description="Whether a party's claim names the party in the statement, or the note suffices.",
    )
    aliases: dict[Line, Seq[Line]] = Field(
        default_factory=dict, description="Names that stand for one another: `US: [United States, American]`."
    )
    bottom_line: Seq[Fact] = Field((), description="Judgements, drawn from the facts below (ICD 203).")
    key_facts: Seq[Fact] = Field(description=f"What is known. {EMPTY}")
    positions: Seq[Position] = Field(description=f"Who holds what. {EMPTY}")
    open_questions: Seq[OpenQuestion] = Field(description=f"What is not settled. {EMPTY}")
    regional_context: Seq[Fact] = Field(description=f"What bears on it from around. {EMPTY}")
    timeline: Seq[TimelineEntry] = Field((), description="What happened or is due, by date.")
    figures: Seq[Figure] = Field((), description="Small charts; every value is cited.")
    map: Map | None = Field(None, description="A locator map.")
    glossary: dict[Line, Text] = Field(
        default_factory=dict,
        description="Terms and acronyms, and what they mean. An audience gets the entries of those that it reads.",
    )
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
