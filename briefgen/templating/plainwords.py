"""What Jinja says of a broken template, in plain words with a remedy.

Owns the way from its English (there is nothing else to go by) to what a writer of templates has to do. What is not
known here is told in Jinja's own words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from briefgen.documents.validation import nearest

TAGS = "autoescape block call extends filter for from if import include macro set trans with".split()
CLOSED = frozenset("autoescape block call filter for if macro trans with".split())
"""Tags that another one closes."""
TAG = re.compile(r"\{%[-+]?\s*(\w+)")
CORRECT = "correct it at this line"
ENDS = {"end of print statement": "}}", "end of statement block": "%}", "begin of print statement": "{{", "begin of statement block": "{%"}  # fmt: skip
"""What Jinja calls its brackets."""

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Said:
    """A fault and its remedy; `line` is where to look, where that is not where Jinja gave up."""

    message: str
    remedy: str = CORRECT
    line: int | None = None


def of_syntax(message: str, text: str, line: int) -> Said:
    """What is wrong with the template `text`, of which Jinja says `message` at `line`."""
    found = ((re.match(pattern, message), say) for pattern, say in SYNTAX)
    known = next((say(match, text, line) for match, say in found if match), None)
    return known or Said(f"this is no template that can be read: {message}")


def of_running(fault: BaseException, message: str) -> Said:
    """What went wrong while a template ran."""
    found = ((re.search(pattern, message), said) for pattern, said in RUNNING)
    known = next(
        (Said(said.message.format(*match.groups()), said.remedy) for match, said in found if match), None
    )
    if known:
        return known
    said = message or type(fault).__name__
    return Said(f"this cannot be worked out: {said}", "correct the template at this line")


def _open_tag(name: str, text: str, line: int) -> int | None:
    """The line of the last tag called `name` that is still open at `line`."""
    lines: list[int] = []
    for match in TAG.finditer(text):
        at = text.count("\n", 0, match.start()) + 1
        if at > line:
            break
        if match[1] == name:
            lines.append(at)
        elif match[1] == f"end{name}" and lines:
            lines.pop()
    return lines[-1] if lines else None


def _unclosed(match: Match, text: str, line: int) -> Said:
    name = match["open"]
    return Said(
        f"this {{% {name} %}} is never closed",
        f"write {{% end{name} %}} where it ends",
        _open_tag(name, text, line),
    )


def _unknown_tag(match: Match, text: str, line: int) -> Said:
    tag, name = match["tag"], match["open"]
    if name and tag.startswith("end"):
        before = _open_tag(name, text, line)
        where = f" of line {before}" if before and before != line else ""
        if tag.removeprefix("end") in CLOSED:
            return Said(
                f"{{% {tag} %}} comes while the {{% {name} %}}{where} is still open",
                f"write {{% end{name} %}} before it, or take it out",
            )
    if tag.removeprefix("end") in CLOSED or tag in ("else", "elif"):
        return Said(f"{{% {tag} %}} closes nothing", "take it out, or open before it what it is to close")
    near = nearest(tag, [*TAGS, *(f"end{each}" for each in CLOSED), "else", "elif"])
    remedy = f"did you mean `{near}`?" if near else f"to print something, write {{{{ {tag} … }}}}"
    return Said(f"there is no tag `{tag}`", remedy)


def _expected(match: Match, _text: str, _line: int) -> Said:
    wanted, got = match["wanted"], match["got"]
    shown = ENDS.get(got, got)
    if got == "=":
        return Said("one = sets a value; it does not compare", "write == to compare")
    if wanted == "end of statement block" and got == "if":
        return Said("`if` may not follow here", "write {% elif … %} for `else if`")
    if wanted == "in":
        return Said(f"`in` is expected where `{shown}` stands", "write {% for NAME in LIST %}")
    if wanted in ENDS:
        opening = "{{" if wanted == "end of print statement" else "{%"
        never = shown.startswith("{")
        message = (
            f"the {opening} before this is never closed"
            if never
            else f"what {opening} begins should end before `{shown}`"
        )
        return Said(message, f"write {ENDS[wanted]} where it ends, or take out what is too much")
    return Said(f"`{wanted}` is expected where `{shown}` stands")


def _quotes(match: Match, _text: str, _line: int) -> Said:
    char = match["char"]
    if char in ("'", '"', '\\"', "\\'"):
        return Said("a text in quotation marks is not closed", "write the mark that is missing at its end")
    if char in "“”‘’«»":
        return Said(f"{char} does not quote in a template", "use straight marks, \" or '")
    return Said(f"{char} may not stand here", "take it out, or put the text in quotation marks")


SYNTAX: tuple[tuple[str, Callable[[Match, str, int], Said]], ...] = (
    (r"Unexpected end of template\..*innermost block that needs to be closed is '(?P<open>\w+)'", _unclosed),
    (r"Encountered unknown tag '(?P<tag>\w+)'(?:.*needs to be closed is '(?P<open>\w+)')?", _unknown_tag),
    (r"expected token '(?P<wanted>.+?)', got ['\"](?P<got>.+?)['\"]", _expected),
    (r"unexpected end of template, expected '(?P<wanted>.+?)'", lambda m, t, n: Said(
        "the template ends in the middle of a tag", f"write {ENDS.get(m['wanted'], m['wanted'])} where it ends")),
    (r"unexpected '(?P<got>.)', expected '(?P<wanted>.)'", lambda m, t, n: Said(
        f"{m['wanted']} is missing before {m['got']}", f"write the {m['wanted']} that closes what was opened")),
    (r"unexpected '}'", lambda m, t, n: Said(
        "} closes nothing", "write }} at the end of a value and %} at that of a tag, or take it out")),
    (r"unexpected '(?P<got>[\])])'", lambda m, t, n: Said(f"{m['got']} closes nothing", "take it out")),
    (r"unexpected char (?P<quote>['\"])(?P<char>.+?)(?P=quote) at", _quotes),
    (r"Missing end of comment tag", lambda m, t, n: Said("this comment is never closed", "write #} at its end")),
    (r"Missing end of raw directive", lambda m, t, n: Said("this {% raw %} is never closed", "write {% endraw %} where it ends")),
    (r"Expected an expression, got 'end of (?:print statement|statement block)'", lambda m, t, n: Said(
        "something is missing before the end of this tag", "write what is meant, or take the tag out")),
    (r"tag name expected", lambda m, t, n: Said("{% %} holds no tag", "write one, as {% if … %}, or take it out")),
    (r"block '(?P<name>.+)' defined twice", lambda m, t, n: Said(
        f"the block `{m['name']}` stands in this template twice", "keep one of the two")),
    (r"unexpected '(?P<got>.+)'", lambda m, t, n: Said(
        f"`{ENDS.get(m['got'], m['got'])}` may not stand here", "take it out, or write what is missing before it")),
)  # fmt: skip
"""What Jinja says of syntax, and how it is told."""
GUARD = "print it only where it is there: {% if … %}"
RUNNING: tuple[tuple[str, Said], ...] = (
    (r"^'?None'? has no attribute '(.+)'", Said("`{0}` is asked of something that is not there", GUARD)),
    (r"has no (?:attribute|element) '?(.+?)'?$", Said("what stands before it has no `{0}`", "use a name that it has (templates/README.md lists them)")),
    (r"^'(.+)' is undefined", Said("there is no `{0}` here", "use a name that the view has (templates/README.md lists them)")),
    (r"'NoneType' object is not (?:iterable|subscriptable)", Said("a list is expected, and there is nothing", GUARD)),
    (r"object of type 'NoneType' has no len", Said("something is counted that is not there", GUARD)),
    (r"can only concatenate|unsupported operand type|must be str, not", Said("text and numbers cannot be added or compared like this", "write ~ to join texts, |int to reckon with a text of digits")),
    (r"not supported between instances", Said("text and numbers cannot be added or compared like this", "write |int after a text of digits")),
    (r"object is not callable", Said("( ) stands after something that is no macro and no function", "take the ( ) out")),
    (r"(?:division|modulo).* by zero", Said("something is divided by nothing", "leave the sum out where there is nothing to divide by")),
    (r"(?:got an unexpected keyword argument|takes (?:no|at most|from|\d+).*argument|missing \d+ required)", Said("a macro or filter is called with other arguments than it takes", "look up what it takes (templates/README.md)")),
)  # fmt: skip
"""What Python says while a template runs, and how it is told."""
