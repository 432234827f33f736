"""What checking one brief came to, as plain values that can be kept: everything that reports and the rules over all
briefs need of it, so that a brief which has not changed need not be read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefgen.diagnostics import Diagnostic, Severity, Span, TextEdit, TextFix

Inputs = Mapping[str, str | None]
"""Everything that a verdict depends on: digests by name, None for what was looked for and is not there."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One brief after all checks.

    `inputs` is None where the verdict holds for this run only. `whole`: the brief could be read. `counts` are its
    items, quotes and waived findings; `readers` what keeps it from audiences. `cited` are the ids of the sources it
    cites, `textless` those of them that give no text. `drift` is its part of the report's data on changed sources;
    `silence` counts the statements that rules were silent on, by rules and languages.
    """

    brief: str
    inputs: Inputs | None
    whole: bool
    counts: tuple[int, int, int]
    diagnostics: tuple[Diagnostic, ...]
    readers: tuple[Diagnostic, ...] = ()
    cited: tuple[str, ...] = ()
    textless: tuple[str, ...] = ()
    drift: tuple[Mapping[str, Any], ...] = ()
    silence: tuple[tuple[str, str, int], ...] = ()

    def to_report(self) -> "Verdict":
        """What a report needs of it, in little room: there may be very many."""
        return replace(
            self,
            inputs=None,
            diagnostics=tuple(each.interned() for each in self.diagnostics),
            readers=tuple(each.interned() for each in self.readers),
        )


def verdict_data(verdict: Verdict) -> list[Any]:
    """The verdict as plain data."""
    return [
        verdict.inputs,
        verdict.whole,
        verdict.counts,
        diagnostics_data(verdict.diagnostics),
        diagnostics_data(verdict.readers),
        verdict.cited,
        verdict.textless,
        verdict.drift,
        verdict.silence,
    ]


def verdict_of(brief: str, data: Sequence[Any]) -> Verdict:
    """The verdict that `data` was made of."""
    inputs, whole, counts, found, readers, cited, textless, drift, silence = data
    return Verdict(
        brief,
        inputs,
        whole,
        (counts[0], counts[1], counts[2]),
        diagnostics_of(found),
        diagnostics_of(readers),
        tuple(cited),
        tuple(textless),
        tuple(drift),
        tuple((rules, languages, count) for rules, languages, count in silence),
    )


def diagnostics_data(found: Sequence[Diagnostic]) -> list[list[Any]]:
    """Diagnostics as plain data."""
    return [
        [
            each.rule,
            each.severity.value,
            each.message,
            each.path,
            _span_data(each.span),
            each.brief,
            each.item,
            each.help,
            [_fix_data(fix) for fix in each.fixes],
            each.source,
            each.audience,
        ]
        for each in found
    ]


def diagnostics_of(data: Sequence[Sequence[Any]]) -> tuple[Diagnostic, ...]:
    """The diagnostics that `data` was made of."""
    return tuple(_diagnostics(data))


SEVERITIES = {each.value: each for each in Severity}


def _diagnostics(data: Sequence[Sequence[Any]]) -> Iterator[Diagnostic]:
    for rule, severity, message, path, span, brief, item, help_, fixes, source, audience in data:
        made = tuple(_fix(*fix) for fix in fixes)
        yield Diagnostic(
            rule,
            SEVERITIES[severity],
            message,
            path,
            Span(*span),
            brief,
            item,
            help_,
            made,
            tuple(source),
            audience,
        )


def _fix_data(fix: TextFix) -> list[Any]:
    return [fix.title, [[_span_data(edit.span), edit.text] for edit in fix.edits], fix.safe]


def _fix(title: str, edits: Sequence[Any], safe: bool) -> TextFix:
    return TextFix(title, tuple(TextEdit(Span(*span), text) for span, text in edits), safe)


def _span_data(span: Span) -> tuple[int, int, int, int]:
    return span.line, span.column, span.end_line, span.end_column
