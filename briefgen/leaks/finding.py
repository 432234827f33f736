"""The search of outputs for what their readers may not have. Owns what counts as a leak: names, figures, words in a row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.leaks.passages import Passage
from briefgen.leaks.reading import passages_of
from briefgen.leaks.secrets import Secrets
from briefgen.leaks.words import in_a_row, is_figure, words


@dataclass(frozen=True, slots=True)
class Leak:
    """Words of a withheld item in an output: its format, the place in it, the words, the item."""

    form: str
    place: str
    words: str
    item: str


EVERY = ""
"""Stands for the format of what every format carries: the texts that `find_leaks` is given beside the files."""
FILE_NAME = "file name"
"""The place of the path of an edition: in its folder, in the manifest, in addresses, as the name of an attachment."""


def find_leaks(
    files: Mapping[str, bytes], secrets: Secrets, beside: Mapping[str, str] | None = None
) -> tuple[Leak, ...]:
    """Search the outputs of an edition (by format) for `secrets`; each item and format is reported once.

    `beside` are texts that go with every output, by what they are: a title, the name of its file.
    """
    if not secrets:
        return ()
    found: dict[tuple[str, str], Leak] = {}
    for form, passage in _passages(files, beside or {}):
        for told, item in _hits(passage, secrets):
            if (EVERY, item) not in found:
                found.setdefault((form, item), Leak(form, passage.place, told, item))
    return tuple(found.values())


def _passages(files: Mapping[str, bytes], beside: Mapping[str, str]) -> Iterator[tuple[str, Passage]]:
    yield from ((EVERY, Passage(place, text)) for place, text in beside.items())
    for form, data in files.items():
        yield from ((form, passage) for passage in passages_of(form, data))


def _hits(passage: Passage, secrets: Secrets) -> Iterator[tuple[str, str]]:
    sequence = words(passage.text)
    for word in sorted(set(sequence) & secrets.single.keys()):
        if passage.prose or (len(word) > 4 and not is_figure(word)):
            yield word, secrets.single[word]
    for length in secrets.lengths:
        for run in sorted(set(in_a_row(sequence, length)) & secrets.phrases.keys()):
            yield " ".join(run), secrets.phrases[run]
