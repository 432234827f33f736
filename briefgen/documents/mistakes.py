"""What somebody who writes YAML by hand most probably meant where the parser gave up.

Owns the way from libyaml's words (there is nothing else to go by) and the lines around the place to a message that
names the slip and its remedy: a colon in a text, a dash or colon without its space, a line that stands too deep.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

QUOTE_IT = "put the whole text in quotes"
CURLY = "“”„‟«»‘’‚"
CONFLICT = "<<<<<<< "
UNMERGED = "here git could not merge two versions"
CHOOSE = "make one text of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
TIGHT_COLON = re.compile(r"\s*(?:- +)*[A-Za-z_-]+:[^\s/]")
TIGHT_DASH = re.compile(r"\s*-[^\s-]")


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the parser stopped: its words, the lines of the text, the place, and where what it was reading began."""

    problem: str
    context: str
    lines: list[str]
    line: int
    column: int
    began: tuple[int, int]

    @property
    def here(self) -> str:
        """The line that it stopped in."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def char(self) -> str:
        """The character that it stopped at; empty at the end of a line."""
        return self.here[self.column : self.column + 1]

    def above(self) -> int:
        """The number of the last line above that says something."""
        said = (
            n for n in range(self.line - 1, -1, -1) if self.lines[n].strip() and not _comment(self.lines[n])
        )
        return next(said, 0)


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong and what to do; `at` is where to look (line, column, from 0), where that is elsewhere."""

    message: str
    remedy: str
    at: tuple[int, int] | None = None


def mistake(problem: str, context: str | None, lines: list[str], mark: Any, began: Any) -> Mistake | None:
    """Say what was meant, or None where these words of the parser's are not known."""
    unmerged = next((n for n, line in enumerate(lines) if line.startswith(CONFLICT)), None)
    if unmerged is not None:
        return Mistake(UNMERGED, CHOOSE, (unmerged, 0))
    start = (began.line, began.column) if began is not None else (mark.line, mark.column)
    stop = Stop(problem, context or "", lines, mark.line, mark.column, start)
    return next((explain(stop) for words, explain in KNOWN if words in problem), None)


def _comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _colon(stop: Stop) -> Mistake:
    """A `: ` where no field may begin."""
    before = stop.here[: stop.column]
    own = re.search(r":\s", before)
    if own is not None:
        if before[own.end() :].lstrip()[:1] in CURLY:
            return Mistake("curly marks do not quote in YAML, so that this colon starts a field", STRAIGHT)
        return Mistake("a colon and a space within a text start a field, which may not stand here", QUOTE_IT)
    above = stop.above()
    slip = _tight(stop.lines[above], above)
    if slip is not None:
        return slip
    message = f"this line reads on as the text of line {above + 1}, and may hold no `: ` then"
    return Mistake(message, f"indent it like the field that it stands beside, or {QUOTE_IT}")


STRAIGHT = "use straight ones, \" or ', around the whole text"


def _tight(line: str, number: int) -> Mistake | None:
    """A dash or a colon that lacks the space after it."""
    for pattern, sign in ((TIGHT_DASH, "dash"), (TIGHT_COLON, "colon")):
        found = pattern.match(line)
        if found is not None:
            message = f"the {sign} lacks the space after it"
            return Mistake(message, f"write a space after the {sign}", (number, found.end() - 2))
    return None


def _no_colon(stop: Stop) -> Mistake:
    """A line of a mapping that is no field."""
    number, column = stop.began
    slip = _tight(stop.lines[number], number)
    remedy = "write `name: …`; or indent it deeper than the field whose text it goes on with"
    return slip or Mistake(
        "this line is no field: it has no colon with a space after it", remedy, (number, column)
    )


def _no_key(stop: Stop) -> Mistake:
    """A mapping in which something other than a field comes next."""
    closed = stop.here[: stop.column].rstrip()[-1:]
    if closed in ("]", "}"):
        return Mistake(
            f"the text goes on after a closing {closed}", f"{QUOTE_IT}, or take away what is too much"
        )
    above = stop.above()
    empty = re.search(r"[\[{]\s*[\]}]\s*(?:#.*)?$", stop.lines[above])
    if empty is not None and _indent(stop.lines[above]) <= stop.column:
        shown = empty[0].split("#")[0].strip()
        return Mistake(
            f"line {above + 1} has said {shown} already", f"delete the {shown} there; its entries stand here"
        )
    if stop.column != stop.began[1]:
        return _misplaced(stop, stop.began[1])
    return Mistake(
        "a field is expected here", "write `name: …`; a list stands below a field that has no text of its own"
    )


def _misplaced(stop: Stop, column: int) -> Mistake:
    """A line that is indented like nothing above it."""
    message = f"this line is indented {_by(stop.column)}, like no field above"
    return Mistake(message, f"indent it {_by(column)}, as the fields from line {stop.began[0] + 1} on are")


def _by(number: int) -> str:
    return f"by {number} space{'' if number == 1 else 's'}" if number else "not at all"


def _no_dash(stop: Stop) -> Mistake:
    """A list in which something other than an entry comes next."""
    slip = _tight(stop.here, stop.line)
    if slip is not None:
        return slip
    if stop.column > stop.began[1]:
        return _misplaced(stop, stop.began[1] + 2)
    message = f"the list that starts on line {stop.began[0] + 1} goes on here, but this begins no entry"
    return Mistake(message, "begin the entry with `- `, or indent the line like the fields above")


def _unclosed(stop: Stop) -> Mistake:
    """A list or a mapping in brackets that something interrupts."""
    sign = "[" if "]" in stop.problem else "{"
    close = {"[": "]", "{": "}"}[sign]
    if stop.char == ":" and stop.line == stop.began[0]:
        return Mistake(
            f"a colon and a space start a field within {sign} {close}", f"{QUOTE_IT}, or close the {sign}"
        )
    message = f"the {sign} that opens on line {stop.began[0] + 1} is not closed"
    return _commented_out(stop) or Mistake(
        message, f"write {close} at its end, or put a text that begins with {sign} in quotes", stop.began
    )


def _sign(stop: Stop) -> Mistake:
    """A text that begins with a sign of YAML's."""
    row, column = stop.began if stop.context.startswith("while scanning a") else (stop.line, stop.column)
    char = stop.lines[row][column : column + 1] if row < len(stop.lines) else ""
    if not char:
        return _commented_out(stop) or Mistake(
            "the file ends within a list or a mapping that is not closed", "write the ] or } that is missing"
        )
    if char in "]},":
        return Mistake(f"nothing may begin with {char} here", f"take it away, or {QUOTE_IT}")
    return Mistake(f"a text may not begin with {char}", QUOTE_IT, (row, column))


def _commented_out(stop: Stop) -> Mistake | None:
    """A ` #` within brackets, after which the rest of the line, their end included, is a comment: `{accent: #1f4e79}`."""
    for number, line in enumerate(stop.lines):
        found = re.match(r"[^#]*?[\[{][^#\]}]* #(?! ).*[\]}]", line)
        if found is not None and not _comment(line):
            message = "` #` starts a comment, so that the rest of this line, with what closes the bracket, is not read"
            return Mistake(message, 'put the text in quotes, as "#1f4e79"', (number, line.index(" #") + 1))
    return None


def _block(stop: Stop) -> Mistake:
    """A text beside the sign that says that the text stands below."""
    number, column = stop.began
    sign = re.sub(r"[^|>+-].*", "", stop.lines[number][column:])
    remedy = "begin it there, or put a text that begins with such a sign in quotes"
    return Mistake(f"after {sign} the text begins on the next line", remedy, (number, column))


def _list_beside(stop: Stop) -> Mistake:
    message = "a list may not begin on the line of its field"
    return Mistake(message, "begin it on the next line, or put a text that begins with - in quotes")


def _after_end(stop: Stop) -> Mistake:
    return Mistake(
        "the document has ended before this", "remove the line ... or ---, or what stands after it"
    )


KNOWN: tuple[tuple[str, Callable[[Stop], Mistake]], ...] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("did not find expected key", _no_key),
    ("did not find expected '-'", _no_dash),
    ("did not find expected ','", _unclosed),
    ("cannot start any token", _sign),
    ("alphabetic or numeric", _sign),
    ("unknown directive", _sign),
    ("mapping keys are not allowed", _sign),
    ("expected node content", _sign),
    ("expected comment or line break", _block),
    ("block sequence entries are not allowed", _list_beside),
    ("expected <document start>", _after_end),
)
"""What libyaml says, and who knows what was meant."""
