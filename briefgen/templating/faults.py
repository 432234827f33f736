"""What went wrong in a template, told as a finding at the template's own line."""

import re
from collections.abc import Callable
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from briefgen.diagnostics import Finding, Span
from briefgen.templating.plainwords import Said, of_running, of_syntax
from briefgen.templating.printable import Unprintable

PLACE = re.compile(r"\d+:")


def template_fault(fault: BaseException, otherwise: str, read: Callable[[str], str]) -> Finding:
    """`template-undefined` for a name that is not there, `template-error` for all else, with file and line.

    `otherwise` is the file that is named where the fault itself names none; `read` gives the text of a file so named.
    """
    path, line = _place(fault, otherwise)
    text = read(path)
    rule = "template-undefined" if isinstance(fault, UndefinedError) else "template-error"
    said = _said(fault, text, line)
    line = said.line or line
    shown = tuple(text.splitlines()[line - 1 : line])
    start = len(shown[0]) - len(shown[0].lstrip()) if shown else 0
    span = Span(line, start + 1, line, max(len(shown[0].rstrip()) if shown else 0, start) + 1)
    return Finding(rule, said.message, path=path, span=span, help=said.remedy, source=shown)


def _place(fault: BaseException, otherwise: str) -> tuple[str, int]:
    if isinstance(fault, TemplateSyntaxError):
        return fault.filename or fault.name or "templates", fault.lineno
    found = (otherwise, 1)
    trace: TracebackType | None = fault.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.startswith("templates/"):
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found


def _said(fault: BaseException, text: str, line: int) -> Said:
    if isinstance(fault, TemplateNotFound):
        message = f"there is no template {fault.name!r} along this audience's folders"
        return Said(
            message, "correct the name; a file of another audience is named with it, as default/brief.html.j2"
        )
    if isinstance(fault, SecurityError):
        return Said(f"templates may not do this: {fault}", "correct the template at this line")
    if isinstance(fault, Unprintable):
        return Said(str(fault), fault.remedy)
    message = PLACE.sub("", str(fault))
    return (
        of_syntax(message, text, line)
        if isinstance(fault, TemplateSyntaxError)
        else of_running(fault, message)
    )
