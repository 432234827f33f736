"""What an edition must not tell: words of withheld items, and of sources that only they use."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from briefgen.checks.case import Case, Item
from briefgen.leaks.words import RUN, runs, telling, words
from briefgen.models.scalars import texts

TEXTS = ("statement", "question", "actor", "title", "label", "unit")


@dataclass(frozen=True, slots=True)
class Secrets:
    """Words that an output must not hold. Each is given with the name of the withheld item that it comes from.

    `runs` are several words in a row, `single` are names and figures; neither stands in what the audience is shown.
    `exact` are ids and whole short texts, looked for as they are.
    """

    runs: dict[tuple[str, ...], str]
    single: dict[str, str]
    exact: dict[tuple[str, ...], str]

    def __bool__(self) -> bool:
        return bool(self.runs or self.single or self.exact)


def gather_secrets(case: Case, withheld: Iterable[Item], shown: str) -> Secrets:
    """Gather the secrets of `withheld`, less what stands in `shown` (all that the audience is rightly told)."""
    told = words(shown)
    told_words, told_runs = set(told), set(runs(told))
    found = Secrets({}, {}, {})
    hidden = list(withheld)
    visible = [item for item in case.items if item not in hidden]
    for name, text in _texts(case, hidden, visible):
        _add(found, name, text, told_words, told_runs)
    for item in hidden:
        _add_id(found, item, told)
    return found


def _add(found: Secrets, name: str, text: str, told_words: set[str], told_runs: set[tuple[str, ...]]) -> None:
    sequence = words(text)
    for run in runs(sequence):
        if run not in told_runs:
            found.runs.setdefault(run, name)
    for word in telling(text):
        if word not in told_words:
            found.single.setdefault(word, name)
    short = tuple(sequence)
    if len(short) == 1 and len(short[0]) > 3 and short[0] not in told_words:
        found.single.setdefault(short[0], name)
    if 2 <= len(short) < RUN and not _stands(short, told_words):
        found.exact.setdefault(short, name)


def _stands(sequence: tuple[str, ...], told_words: set[str]) -> bool:
    return all(word in told_words for word in sequence)


def _add_id(found: Secrets, item: Item, told: list[str]) -> None:
    """Ids of several words tell what an item is about."""
    name = getattr(item.model, "id", None)
    sequence = tuple(words((name or "").replace("-", " ")))
    if len(sequence) > 1 and not _stands(sequence, set(told)):
        found.exact.setdefault(sequence, item.name)


def _texts(case: Case, hidden: list[Item], visible: list[Item]) -> Iterator[tuple[str, str]]:
    """Yield (item, text) for every text of the withheld items and of the sources that only they use."""
    used = {cited.citation.source for item in visible for cited in item.citations}
    for item in hidden:
        yield from ((item.name, text) for text in _item_texts(item.model, case.brief.language))
        for cited in item.citations:
            yield item.name, cited.citation.quote
            if cited.source is not None and cited.citation.source not in used:
                yield from ((item.name, text) for text in _source_texts(cited.source.record))


def _item_texts(model: Any, language: str) -> Iterator[str]:
    for field in TEXTS:
        for _, _, text in texts(getattr(model, field, None), language):
            yield text
    for part in (*(getattr(model, "values", None) or ()), *(getattr(model, "places", None) or ())):
        for _, _, text in texts(getattr(part, "label", None) or getattr(part, "name", None), language):
            yield text
    yield from getattr(model, "tags", ())
    yield from getattr(model, "derived", ())
    yield from (waiver.reason for waiver in getattr(model, "allow", ()))


def _source_texts(record: Any) -> Iterator[str]:
    yield from filter(
        None, (record.title, record.descriptor, record.publisher, record.container_title, record.URL)
    )
    yield from (name.display for name in record.author or ())
    yield record.file
