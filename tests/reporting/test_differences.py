"""The words of a difference: in colour on a terminal, in brackets elsewhere."""

from briefgen.diagnostics import Diagnostic, Report, Severity, Span, Summary
from briefgen.reporting.text import render_text

HELP = "the nearest passage differs: around [-2,600-] {+2,500+} troops"


def rendered(colour: bool) -> str:
    found = Diagnostic("quote-not-found", Severity.ERROR, "no", "briefs/a.yaml", Span(1, 1, 1, 2), help=HELP)
    return render_text(Report(Summary(), (found,)), colour)


def test_a_difference_is_coloured_on_a_terminal() -> None:
    assert "around \x1b[9;31m2,600\x1b[0m \x1b[32m2,500\x1b[0m troops" in rendered(colour=True)


def test_a_difference_is_plain_elsewhere() -> None:
    assert HELP in rendered(colour=False)
