"""Copy set by the engine: the outcome that a test expects, or a failure that shows the other one."""

from typing import Any

import pypdfium2

from briefgen.pages import Copy, Faults, Overflow, PageSpec, Resources, Typeset, typeset

A4 = PageSpec()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def fitted(copy: Copy, css: str, page: PageSpec = A4, **more: Any) -> Typeset:
    outcome = typeset(copy, [css], page, more.pop("resources", Resources()), **more)
    assert isinstance(outcome, Typeset), outcome
    return outcome


def faults(copy: Copy, css: str, page: PageSpec = A4, **more: Any) -> Faults:
    outcome = typeset(copy, [css], page, more.pop("resources", Resources()), **more)
    assert isinstance(outcome, Faults)
    return outcome


def overflow(copy: Copy, css: str, page: PageSpec = A4, **more: Any) -> Overflow:
    (fault,) = faults(copy, css, page, **more).faults
    assert isinstance(fault, Overflow)
    return fault
