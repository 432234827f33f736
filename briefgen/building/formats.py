"""The formats that editions are made in."""

from briefgen.documents.validation import nearest
from briefgen.errors import UsageFault

FORMATS = ("html", "pdf", "json", "docx", "md", "txt")
"""All formats, in the order in which they are made."""
DEFAULT_FORMATS = ("html", "pdf", "json")
"""What is made where nothing else is asked for."""


def select_formats(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The formats that are meant, in the order in which they are known.

    Raises:
        UsageFault: a name is no format.
    """
    for name in wanted:
        if name not in FORMATS:
            near = nearest(name, FORMATS)
            hint = f"did you mean {near}?" if near else f"there are: {', '.join(FORMATS)}"
            raise UsageFault(f"there is no format {name!r}; {hint}")
    return tuple(name for name in FORMATS if name in wanted) or DEFAULT_FORMATS
