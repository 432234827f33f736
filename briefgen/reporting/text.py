"""The text report: the line of the file, a caret under the exact words, why, and the remedy.

Infos take one line each: they are worth knowing and stop nobody. Of many of a kind in one file the rest are named in
one line, so that they do not push the faults off the screen.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from briefgen.counting import count
from briefgen.diagnostics import Diagnostic, Report, Severity, Summary, TextFix

NAMED = 5
"""How many of the briefs that a fault reaches are named."""
FEW = 3
"""How many infos of a kind in one file are shown, where there are more than one more."""
WIDTH = 110
"""How many columns of a line are shown; longer lines are shown around the words that are meant."""
COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
    Severity.OFF: "",
}
STRUCK = "\x1b[9;31m"
REMOVED, ADDED = re.compile(r"\[-(.+?)-\]"), re.compile(r"\{\+(.+?)\+\}")
BOLD, DIM, GREEN, RESET = "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[0m"


def render_text(report: Report, colour: bool = False) -> str:
    """Render `report` for people; `colour` uses terminal colours."""
    grave = [each for each in report.diagnostics if each.severity is not Severity.INFO]
    infos = list(_infos([each for each in report.diagnostics if each.severity is Severity.INFO], colour))
    told = tuple(told_once(grave))
    blocks = ["\n".join(_block(each, briefs, colour)) for each, briefs in told]
    summary = summary_line(_as_told(report.summary, [each for each, _ in told]))
    return "\n\n".join([*blocks, *(["\n".join(infos)] if infos else []), summary]) + "\n"


def _as_told(summary: Summary, told: Iterable[Diagnostic]) -> Summary:
    """The summary with each fault counted once, as it is shown, however many briefs it reaches."""
    numbers = Counter(each.severity for each in told)
    return replace(summary, errors=numbers[Severity.ERROR], warnings=numbers[Severity.WARNING])


def _infos(found: list[Diagnostic], colour: bool) -> Iterator[str]:
    """A line for each, or one for all that are more than a few of a kind in a file."""
    kinds: dict[tuple[str, str], list[tuple[Diagnostic, tuple[str, ...]]]] = {}
    for each, briefs in told_once(found):
        kinds.setdefault((each.path, each.rule), []).append((each, briefs))
    for (path, rule), group in kinds.items():
        shown = group if len(group) <= FEW + 1 else group[:FEW]
        for each, briefs in shown:
            yield _headline(each, colour) + (f" (reaches: {visible(named(briefs))})" if briefs else "")
        rest = [each for each, _ in group[len(shown) :]]
        if rest:
            items = ", ".join(dict.fromkeys(each.item for each in rest if each.item))
            level = _painter(colour)(f"info[{rule}]", COLOURS[Severity.INFO])
            yield f"{visible(path)}: {level}: {len(rest)} more{f': {visible(items)}' if items else ''}"


def told_once(found: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, tuple[str, ...]]]:
    """Each fault once, with the briefs that it reaches beside the one whose file it stands in (a shared fact, a template)."""
    reached: dict[Diagnostic, list[str]] = {}
    for each in found:
        elsewhere = each.brief and not each.path.startswith(f"briefs/{each.brief}.")
        briefs = reached.setdefault(
            replace(each, brief=None, audience=None if elsewhere else each.audience), []
        )
        briefs += [each.brief] if elsewhere and each.brief else []
    for each, briefs in reached.items():
        yield each, tuple(dict.fromkeys(briefs))


def named(briefs: tuple[str, ...]) -> str:
    """The briefs that a fault reaches, the first of them by name."""
    more = len(briefs) - NAMED
    return ", ".join(briefs[:NAMED]) + (f" and {more:,} more" if more > 0 else "")


def summary_line(summary: Summary) -> str:
    """The closing line: what was seen and what was found."""
    counted = ((summary.briefs, "brief"), (summary.items, "item"), (summary.quotes, "quote"))
    seen = (
        ", ".join(count(number, noun) for number, noun in counted) if summary.briefs else "no brief checked"
    )
    found = ", ".join([count(summary.errors, "error"), count(summary.warnings, "warning")])
    return f"{seen}: {found}" + (f", {summary.waived} waived" if summary.waived else "")


def _block(diagnostic: Diagnostic, briefs: tuple[str, ...], colour: bool) -> Iterator[str]:
    paint = _painter(colour)
    yield _headline(diagnostic, colour)
    gutter = " " * len(str(diagnostic.span.end_line))
    yield from _excerpt(diagnostic, gutter, colour)
    if briefs:
        yield f"{gutter} {paint('= reaches:', DIM)} {visible(named(briefs))}"
    for text in diagnostic.help.splitlines():
        yield f"{gutter} {paint('= help:', DIM)} {_difference(visible(text), colour)}"
    for fix in diagnostic.fixes:
        if is_applied(fix, diagnostic):
            yield f"{gutter} {paint('= fix:', GREEN)} {visible(fix.title)} (`check --fix` does it)"
        elif fix.title.removeprefix("write ") not in diagnostic.help:
            yield f"{gutter} {paint('= suggestion:', GREEN)} {visible(fix.title)}"


def is_applied(fix: TextFix, diagnostic: Diagnostic) -> bool:
    """Whether `check --fix` makes this change: safe ones, in briefs."""
    return fix.safe and diagnostic.path.startswith("briefs/")


def _headline(diagnostic: Diagnostic, colour: bool) -> str:
    paint = _painter(colour)
    level = paint(f"{diagnostic.severity.value}[{diagnostic.rule}]", COLOURS[diagnostic.severity])
    place = f"{visible(diagnostic.path)}:{diagnostic.span.line}:{diagnostic.span.column}"
    weight = "" if diagnostic.severity is Severity.INFO else BOLD
    return f"{place}: {level}: {paint(visible(diagnostic.message), weight)}"


def _difference(text: str, colour: bool) -> str:
    """`text` with the words of a difference (`[-old-]`, `{+new+}`) in colour instead of in brackets."""
    if not colour:
        return text
    text = REMOVED.sub(lambda match: f"{STRUCK}{match[1]}{RESET}", text)
    return ADDED.sub(lambda match: f"{GREEN}{match[1]}{RESET}", text)


def _painter(colour: bool) -> Callable[[str, str], str]:
    def paint(text: str, code: str) -> str:
        return f"{code}{text}{RESET}" if colour and code else text

    return paint


def _excerpt(diagnostic: Diagnostic, gutter: str, colour: bool) -> Iterator[str]:
    paint = _painter(colour)
    span = diagnostic.span
    if not any(line.strip() for line in diagnostic.source):
        return
    bar = paint("|", DIM)
    yield f"{gutter} {bar}"
    for number, line in enumerate(diagnostic.source, span.line):
        start = span.column - 1 if number == span.line else len(line) - len(line.lstrip())
        end = span.end_column - 1 if number == span.end_line else len(line.rstrip())
        shown, caret = underline(line, start, max(end, start + 1))
        yield f"{number:>{len(gutter)}} {bar} {shown}"
        yield f"{gutter} {bar} {paint(caret, COLOURS[diagnostic.severity])}"


def underline(line: str, start: int, end: int) -> tuple[str, str]:
    """Return the part of `line` to show and the carets under its characters `[start:end)`, columns aligned."""
    first = max(0, min(start - 30, len(line) - WIDTH)) if len(line) > WIDTH else 0
    last = min(len(line), first + WIDTH)
    end = min(end, max(last, start + 1))
    head, tail = ("…" if first else ""), ("…" if last < len(line) else "")
    before, marked = visible(line[first:start]), visible(line[start:end]) or " "
    shown = head + before + visible(line[start:end]) + visible(line[end:last]) + tail
    return shown, " " * (len(head) + columns(before)) + "^" * max(1, columns(marked))


def visible(text: str) -> str:
    """`text` with what a terminal would obey or hide (controls, bidirectional marks) written out."""
    if text.isprintable():
        return text
    return "".join(
        char if _harmless(char) else " " if char == "\t" else f"<U+{ord(char):04X}>" for char in text
    )


def _harmless(char: str) -> bool:
    return char.isprintable() or char in "\u00a0\u00ad\u200c\u200d\u2009\u202f"


def columns(text: str) -> int:
    """The width of `text` on a terminal: wide characters take two columns, combining ones none."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200c\u200d\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
