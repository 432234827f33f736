"""The search itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.leaks.reading import texts_of
from briefgen.leaks.secrets import Secrets
from briefgen.leaks.words import RUN, runs, words


@dataclass(frozen=True, slots=True)
class Leak:
    """Words of a withheld item in an output: its format, the place in it, the words, the item."""

    form: str
    place: str
    words: str
    item: str


def find_leaks(files: Mapping[str, bytes], secrets: Secrets) -> tuple[Leak, ...]:
    """Search the outputs of an edition (by format) for `secrets`; each item and format is reported once."""
    found: dict[tuple[str, str], Leak] = {}
    if secrets:
        for form, data in files.items():
            for place, text in texts_of(form, data):
                for told, item in _hits(words(text), secrets):
                    found.setdefault((form, item), Leak(form, place, told, item))
    return tuple(found.values())


def _hits(sequence: list[str], secrets: Secrets) -> Iterator[tuple[str, str]]:
    present = set(sequence)
    for word in present & secrets.single.keys():
        yield word, secrets.single[word]
    for length in {RUN, *map(len, secrets.exact)}:
        wanted = secrets.runs if length == RUN else secrets.exact
        for run in set(runs(sequence, length)) & wanted.keys():
            yield " ".join(run), wanted[run]
