"""What went wrong in a template, told as a finding at the template's own line."""

import re
from types import TracebackType

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from briefgen.diagnostics import Finding, Span

PLACE = re.compile(r"\d+:")


def template_fault(fault: BaseException, otherwise: str) -> Finding:
    """`template-undefined` for a name that is not there, `template-error` for all else, with file and line.

    `otherwise` is the file that is named where the fault itself names none.
    """
    path, line = _place(fault, otherwise)
    span = Span(line, 1, line, 1)
    rule = "template-undefined" if isinstance(fault, UndefinedError) else "template-error"
    return Finding(rule, _message(fault), path=path, span=span, help=_remedy(fault))


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


def _message(fault: BaseException) -> str:
    if isinstance(fault, TemplateNotFound):
        return f"there is no template {fault.name!r} along this audience's folders"
    if isinstance(fault, SecurityError):
        return f"templates may not do this: {fault}"
    return PLACE.sub("", str(fault)) or type(fault).__name__


def _remedy(fault: BaseException) -> str:
    if isinstance(fault, TemplateNotFound):
        return "correct the name; a file of another audience is named with it, as default/brief.html.j2"
    if isinstance(fault, UndefinedError):
        return "use a name that the view has (templates/README.md lists them)"
    return "correct the template at this line"
