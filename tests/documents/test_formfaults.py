"""Faults of form: each help says what to write."""

import pytest

from briefgen.diagnostics import Finding
from briefgen.documents.reading import load
from briefgen.documents.validation import validate
from briefgen.models.audience import AudienceFile
from briefgen.models.base import Model
from briefgen.models.brief import Brief
from briefgen.models.sources import Register

HEAD = "title: T\npositions: []\nopen_questions: []\nregional_context: []\n"
SOURCE = "sources: [{id: a, file: a.txt, title: T, %s}]"
ITEM = HEAD + "key_facts: [{id: a, statement: x, %s}]"
CITED = ITEM % "citations: [{source: s, %s}]"


def found(text: str, model: type[Model] = Brief) -> tuple[Finding, ...]:
    return validate(model, load(text, "b").data).findings


REMEDIES: dict[str, tuple[type[Model], str, str]] = {
    "date in words": (Brief, HEAD + "key_facts: []\nas_of: 5 June 2031", "write 2031-06-05"),
    "date in figures": (Brief, HEAD + "key_facts: []\nas_of: 05/06/2031", "write 2031-06-05 or 2031-05-06"),
    "day too late": (Brief, HEAD + "key_facts: []\nas_of: 2031-06-31", "that month has 30 days"),
    "no date": (Brief, HEAD + "key_facts: []\nas_of: soon", "write the year first, as 2024, 2024-09 or 2024-09-27"),
    "old marking": (Brief, HEAD + "key_facts: []\nmarking: TLP:WHITE", "did you mean TLP:CLEAR? one of: TLP:CLEAR"),
    "small letters": (Brief, HEAD + "key_facts: []\nmarking: tlp:amber-strict", "did you mean TLP:AMBER+STRICT?"),
    "no prefix": (Brief, HEAD + "key_facts: []\nmarking: GREEN", "did you mean TLP:GREEN?"),
    "medium": (Brief, ITEM % "confidence: medium", "did you mean moderate? one of: high, moderate, low"),
    "per cent": (Brief, ITEM % "likelihood: 70%", "did you mean likely? one of: almost no chance,"),
    "highly likely": (Brief, ITEM % "likelihood: highly likely", "did you mean very likely?"),
    "high priority": (Brief, ITEM % "priority: high", "did you mean must?"),
    "contradicts": (Brief, CITED % "quote: q, relation: contradicts", "did you mean disputes?"),
    "credibility": (Brief, CITED % "quote: q, credibility: probably true", "did you mean 2?"),
    "blank quote": (Brief, CITED % 'quote: ""', "Copy the words out of the source, exactly: `briefgen quote WORDS`"),
    "blank prefix": (Brief, CITED % 'quote: q, prefix: ""', "say something, or leave it out"),
    "no quote": (Brief, CITED % "page: 2", "add `quote: …`. Copy the words out of the source, exactly"),
    "blank statement": (Brief, HEAD + "key_facts: [{statement: ''}]", "say it after the colon. What is said, in"),
    "page": (Brief, CITED % "quote: q, page: p. 3", "write 3"),
    "thousands": (Brief, HEAD + "key_facts: []\nfigures: [{title: T, values: [{label: A, value: '2,500'}]}]", "write 2500"),
    "decimal comma": (Brief, HEAD + "key_facts: []\nmap: {places: [{name: A, lat: -33,5, lon: 44}]}", "a comma parts the fields within { }: write -33.5"),
    "comma": (Brief, HEAD + "key_facts: []\nfigures: [{title: T, values: [{label: A, value: 2,500}]}]", "a comma parts the fields within { }: write 2500"),
    "thousandths of a degree": (Brief, HEAD + "key_facts: []\nmap: {places: [{name: A, lat: 33,315, lon: 44}]}", "a comma parts the fields within { }: write 33.315"),
    "thousandths": (Brief, HEAD + "key_facts: []\nfigures: [{title: T, values: [{label: A, value: 0,125}]}]", "a comma parts the fields within { }: write 0.125"),
    "south": (Brief, HEAD + "key_facts: []\nmap: {places: [{name: A, lat: 33.5 S, lon: 44}]}", "write -33.5"),
    "id": (Brief, HEAD + "key_facts: [{id: Quay closure, statement: x}]", "write quay-closure"),
    "language": (Brief, HEAD + "key_facts: []\nlanguage: English", "write en"),
    "arithmetic": (Brief, ITEM % "derived: '2,700 = 2,500 + 200'", 'write ["2,700 = 2,500 + 200"]'),
    "tags": (Brief, ITEM % "tags: 'port, quay'", "write [port, quay]"),
    "waiver": (Brief, ITEM % "allow: [uncited]", "write {rule: uncited, reason: …}"),
    "glossary": (Brief, HEAD + "key_facts: []\nglossary: [PMF]", "write each entry as `NAME: …`"),
    "type": (Register, SOURCE % "type: newspaper", "did you mean article-newspaper?"),
    "author": (Register, SOURCE % "author: Harbour Office", "write [{literal: Harbour Office}]"),
    "author in a list": (Register, SOURCE % "author: [Harbour Office]", "write {literal: Harbour Office}"),
    "author by name": (Register, SOURCE % "author: [{name: UN}]", "did you mean `literal`?"),
    "date of a source": (Register, SOURCE % "date: 2031", "did you mean `issued`?"),
    "address": (Register, SOURCE % "URL: www.port.example", "write https://www.port.example"),
    "reliability": (Register, SOURCE % "reliability: usually reliable", "did you mean B?"),
    "points": (AudienceFile, "min_body_pt: 9pt", "write 9"),
    "too small": (AudienceFile, "min_body_pt: 7", "write 8 or more"),
    "number in words": (AudienceFile, "max_pages: two", "write it in figures. How many pages it may take."),
    "grade": (Brief, CITED % "quote: q, credibility: high", "Admiralty: 1 confirmed, 2 probably true"),
    "yes": (AudienceFile, "drop_could: yes", "write true"),
}  # fmt: skip


@pytest.mark.parametrize(("model", "text", "remedy"), REMEDIES.values(), ids=REMEDIES)
def test_help_says_what_to_write(model: type[Model], text: str, remedy: str) -> None:
    (finding,) = found(text, model)
    assert finding.help.startswith(remedy)


def test_a_number_that_two_commas_cut_up_is_told_whole() -> None:
    text = HEAD + "key_facts: []\nfigures: [{title: T, values: [{label: A, value: 3,400,000}]}]"
    assert {finding.help.rpartition(" ")[2] for finding in found(text, Brief)} == {"3400000"}


def test_of_other_markings_none_is_guessed() -> None:
    for written in ("Restricted", "TLP:GREY", "TLP:CLEARED"):
        (finding,) = found(HEAD + f"key_facts: []\nmarking: {written}")
        assert finding.help.startswith("one of: TLP:CLEAR")
        assert finding.fixes == ()


def test_only_what_says_the_very_same_is_safe_to_write() -> None:
    def safe(text: str) -> list[bool]:
        return [fix.safe for finding in found(HEAD + "key_facts: []\n" + text) for fix in finding.fixes]

    assert safe("as_of: 5 June 2031") == [True]
    assert safe("as_of: 05/06/2031") == [False, False]
    assert safe("marking: tlp:clear") == [True]
    assert safe("marking: TLP:WHITE") == [False]


MISSPELT = {
    "of an item": ("key_facts: [{id: a, statment: x}]", "statment", "statement"),
    "of a citation": ("key_facts: [{statement: x, citations: [{source: s, qoute: q}]}]", "qoute", "quote"),
    "of everyday words": ("key_facts: [{text: x}]", "text", "statement"),
    "of a section": ("key-facts: [{statement: x}]", "key-facts", "key_facts"),
    "of a list that may lack": ("key_facts: [{statement: x, citation: [{source: s, quote: q}]}]", "citation", "citations"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "written", "meant"), MISSPELT.values(), ids=MISSPELT)
def test_a_misspelt_field_is_told_once_and_read_as_the_one_that_was_meant(
    text: str, written: str, meant: str
) -> None:
    validated = validate(Brief, load(HEAD + text, "b").data)
    (finding,) = validated.findings
    assert (finding.rule, finding.help) == ("unknown-field", f"did you mean `{meant}`?")
    assert validated.model is not None
    assert validated.model.key_facts[0].statement == "x"


def test_misspelt_fields_within_misspelt_fields_are_told_and_found_at_their_places() -> None:
    written = load(HEAD + "key-facts:\n  - statment: x\n    citation:\n      - {source: s, qoute: q}\n", "b")
    validated = validate(Brief, written.data)
    document = validated.document(written)
    assert [finding.message for finding in validated.findings] == [
        f"there is no field `{name}` here" for name in ("key-facts", "statment", "citation", "qoute")
    ]
    lines = [document.span(finding.route, on_key=True).line for finding in validated.findings]
    assert lines == [5, 6, 7, 8]
    assert document.span(("key_facts", 0, "citations", 0, "quote"), 0, 1).column == 28
    assert document.data["key_facts"][0]["statement"] == "x"


def test_a_field_that_is_there_is_not_taken_for_the_misspelt_one() -> None:
    validated = validate(Brief, load(HEAD + "key_facts: [{statement: x, statements: y}]", "b").data)
    assert validated.model is not None
    assert validated.model.key_facts[0].statement == "x"
    assert [finding.rule for finding in validated.findings] == ["unknown-field"]


@pytest.mark.parametrize(
    ("text", "near"), [("limits: {facts: 5}", "key_facts"), ("headings: {source: Where from}", "sources")]
)
def test_an_entry_that_may_not_be_is_told_at_its_name(text: str, near: str) -> None:
    (finding,) = found(text, AudienceFile)
    field, name = text.split(":", maxsplit=1)[0], text.split("{")[1].split(":", maxsplit=1)[0]
    assert (finding.message, finding.on_key) == (f"`{field}` has no `{name}`", True)
    assert finding.help.startswith(f"did you mean {near}?")
