"""Which word rules did not run, and why: said once for each language, so that silence is not taken for assent."""

from collections import Counter
from collections.abc import Iterable

from briefgen.checks.case import Case
from briefgen.checks.words.compare import Comparison, comparisons
from briefgen.checks.words.told import modality_of, names_of

_CUES = "negation-changed, hedge-dropped and attribution-dropped"


Silence = tuple[str, str]
"""Rules that did not run, and the languages that kept them from it."""


def silence(case: Case) -> Counter[Silence]:
    """How many statements of a brief were passed over, by what did not run and why."""
    return Counter(reason for each in comparisons(case) for reason in _reasons(each))


def say_silence(counted: Counter[Silence]) -> tuple[str, ...]:
    """One sentence for each language in which some word rules could not run on some statements."""
    return tuple(
        f"{rules} did not run on {count} statement{'s' if count > 1 else ''} in {languages}: "
        "briefgen has no tables of words for it"
        for (rules, languages), count in sorted(counted.items())
    )


def _reasons(comparison: Comparison) -> Iterable[Silence]:
    names, cues = names_of(comparison) is None, modality_of(comparison) is None
    if names or cues:
        rules = f"name-unsupported, {_CUES}" if names and cues else "name-unsupported" if names else _CUES
        yield rules, _languages(comparison)


def _languages(comparison: Comparison) -> str:
    """The language of a statement, with that of its quotes where it is another."""
    quoted = sorted({quoted.language for quoted in comparison.quotes} - {comparison.language})
    return f"{comparison.language} with quotes in {', '.join(quoted)}" if quoted else comparison.language
