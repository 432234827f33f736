"""What the YAML parser says, told to the writer of a brief: the fault at its place, and the remedy for it."""

import re
from typing import Any

import yaml

from briefgen.diagnostics import Finding, Span
from briefgen.documents.mistakes import mistake
from briefgen.documents.scalars import BREAK

PLAIN = "put text that holds `: `, ` #` or starts with a sign such as [ { & * ! | > % @ ` in quotes"
ESCAPES = r"write \\ for a backslash, or put the text in single quotes, where it is a character like others"
DIGITS = r"\x takes two hexadecimal digits, \u four, \U eight, of a character that there is"
INSIDE = {'"': r"write \" for a quotation mark inside of it", "'": "write '' for an apostrophe inside of it"}


def syntax_fault(error: yaml.YAMLError, text: str) -> Finding:
    """The fault that stopped the parser in `text`."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return _fault(str(error), PLAIN, Span(1, 1, 1, 1))
    problem = getattr(error, "problem", None) or "this is not YAML"
    context, began = getattr(error, "context", None), getattr(error, "context_mark", None)
    if text[mark.index : mark.index + 1] == "\t":
        return _fault("a tab may not indent in YAML", "indent with spaces", _place(mark))
    if context == "while scanning a quoted scalar" and began is not None:
        return _unclosed(text[began.index], began)
    if "escape" in problem or "hexdecimal" in problem:
        return _escape(problem, text, mark)
    return (
        _ended(text, mark)
        or _meant(str(problem), context, text, mark, began)
        or _other(problem, context, began, mark)
    )


def _meant(problem: str, context: str | None, text: str, mark: Any, began: Any) -> Finding | None:
    """A slip of the hand that is known."""
    found = mistake(problem, context, re.split(BREAK, text), mark, began)
    if found is None:
        return None
    line, column = found.at or (mark.line, mark.column)
    return _fault(found.message, found.remedy, Span(line + 1, column + 1, line + 1, column + 2))


def _other(problem: str, context: str | None, began: Any, mark: Any) -> Finding:
    """The parser's own words."""
    message = f"{problem} {context}" if context else problem
    if context and began and (began.line, began.column) != (mark.line, mark.column):
        message += f" that starts on line {began.line + 1}, column {began.column + 1}"
    return _fault(message, PLAIN, _place(mark))


def _fault(message: str, remedy: str, span: Span) -> Finding:
    return Finding("yaml-syntax", message, help=remedy, span=span)


def _place(mark: Any, width: int = 1) -> Span:
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1 + width)


def _unclosed(sign: str, began: Any) -> Finding:
    """A text in quotes that runs to the end of the file: looked at where it begins."""
    return _fault(
        f"the {sign} that starts a text here is not closed", f"write {sign} at its end", _place(began)
    )


def _escape(problem: str, text: str, mark: Any) -> Finding:
    r"""A backslash that starts no escape, or one whose digits are wrong (`\x4`): looked at from the backslash on."""
    back = mark.index - text.rfind("\\", 0, mark.index + 1)
    written = text[mark.index - back : mark.index - back + 2]
    known = "unknown" not in problem
    message = (
        f"the escape {written} lacks its digits, or no character has them"
        if known
        else f"{written} is no escape"
    )
    line, column = mark.line + 1, mark.column + 1 - back
    return _fault(message, f"{DIGITS}; {ESCAPES}" if known else ESCAPES, Span(line, column, line, column + 2))


def _ended(text: str, mark: Any) -> Finding | None:
    """Something more right after a text in quotes, on its line."""
    sign = text[text.rfind("\n", 0, mark.index) + 1 : mark.index].rstrip()[-1:]
    if sign not in INSIDE:
        return None
    remedy = f"{INSIDE[sign]}, or close the {sign} that is still open above"
    return _fault(f"the text in quotes has ended with the {sign} before this", remedy, _place(mark))
