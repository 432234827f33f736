"""`quote-trimmed-context`: the quote's own sentence says more, and the statement passes over it."""

from collections.abc import Iterator

from briefgen.checks.case import Case, Cited, Item
from briefgen.diagnostics import Finding
from briefgen.evidence.quotes.omission_words import ATTRIBUTION
from briefgen.evidence.quotes.trimmed import Passed, passed_over
from briefgen.evidence.text.said import said


def trimmed_contexts(case: Case) -> Iterator[Finding]:
    """Yield a warning for each quote whose sentence negates, hedges or attributes what the statement gives as plain."""
    for item in case.items:
        statements = {language: text for _, language, text in item.statements()}
        for cited in item.citations if statements else ():
            if cited.citation.relation != "disputes":
                yield from _trimmed(item, cited, statements)


def _trimmed(item: Item, cited: Cited, statements: dict[str, str]) -> Iterator[Finding]:
    prepared = cited.source.prepared if cited.source else None
    if prepared is None or cited.found is None or cited.found.anchor is None:
        return
    anchor = cited.found.anchor
    statement = " ".join(statements.values())
    for passed in passed_over(statement, prepared, anchor.start, anchor.end, statements):
        if passed.kind != ATTRIBUTION or getattr(item.model, "actor", None) is None:
            sentence = prepared.readable(*prepared.enclosing(anchor.start, anchor.end))
            yield _finding(cited, passed, sentence)


def _finding(cited: Cited, passed: Passed, sentence: str) -> Finding:
    return Finding(
        "quote-trimmed-context",
        f"around the quote its sentence has {passed.kind} ({said(passed.words)}) that the statement lacks",
        (*cited.route, "quote"),
        help=f"the sentence: {said(sentence)}; say so in the statement, and quote that part as well",
    )
