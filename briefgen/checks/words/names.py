"""Rule `name-unsupported`: a person, place, organisation or office that the quotes do not name."""

from collections.abc import Iterator
from functools import lru_cache

from briefgen.checks.case import Case
from briefgen.checks.words.compare import Comparison
from briefgen.checks.words.told import finding, names_of, wordings, written_as
from briefgen.diagnostics import Finding
from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.names.backing import Backing, unsupported_names
from briefgen.evidence.names.lexicon import Lexicon
from briefgen.evidence.text.wording import read
from briefgen.models.scalars import texts
from briefgen.models.sources import SourceRecord


def name_faults(comparison: Comparison, case: Case) -> Iterator[Finding]:
    """Yield a finding for each name of the statement that its quotes do not hold."""
    names = names_of(comparison)
    if names is None:
        return
    backing = _backing(comparison, case, names)
    for mismatch in unsupported_names(read(comparison.text), wordings(comparison), names, backing):
        remedy = "quote the words that name it, or give the other name under `aliases`"
        if mismatch.instead:
            remedy = f"write “{mismatch.instead}” if that is meant"
        yield finding(comparison, mismatch, remedy, written_as(comparison, mismatch))


def _backing(comparison: Comparison, case: Case, names: NameWords) -> Backing:
    sources = comparison.sources
    register = tuple(text for source in sources for text in _entry(source.record))
    aliases = {**case.settings.aliases, **case.brief.aliases, **_glossary(case, comparison.language)}
    whole = _whole(tuple(source.text or "" for source in sources), names) if sources else None
    return Backing(whole, Lexicon(register, names), aliases)


def _entry(record: SourceRecord) -> Iterator[str]:
    """What a register says of a source, as far as it names anybody."""
    yield record.title
    yield from (author.display for author in record.author or ())
    yield from (text for text in (record.publisher, record.container_title, record.descriptor) if text)


def _glossary(case: Case, language: str) -> dict[str, tuple[str, ...]]:
    """The brief's glossary: a term and what it stands for are names of one thing."""
    entries: dict[str, tuple[str, ...]] = {}
    for term, meaning in case.brief.glossary.items():
        entries[term] = tuple(text for own, _, text in texts(meaning, language) if own == language)
    return entries


@lru_cache(maxsize=64)
def _whole(whole: tuple[str, ...], names: NameWords) -> Lexicon:
    """The words of whole sources, read once for all statements that ask."""
    return Lexicon(whole, names)
