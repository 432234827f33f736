"""Brings the furniture's catalogues up to date with the templates: new messages come in empty, unused ones go.

Run it after a change of the words in a template, then translate what is empty in briefgen/locale/*/LC_MESSAGES.
"""

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
METHODS = [("**.html.j2", "jinja2"), ("**.py", "python")]
OPTIONS = {"**.html.j2": {"extensions": "jinja2.ext.i18n"}}
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
VOLATILE = re.compile(
    r'"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid|Generated-By)'
)


def template_catalogue() -> Catalog:
    """All messages of the shipped templates and of the code that makes furniture."""
    found = Catalog(domain="briefgen", project="briefgen", version="")
    for folder in ("templates", "briefgen/templating", "briefgen/writing"):
        if (ROOT / folder).is_dir():
            for _, _, message, _, context in extract_from_dir(ROOT / folder, METHODS, OPTIONS, KEYWORDS):
                found.add(message, context=context)
    return found


def updated(path: Path, messages: Catalog) -> str:
    """The text of a catalogue with `messages`, their translations kept."""
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.parent.parent.name, domain="briefgen")
    catalogue.update(messages, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    out = io.BytesIO()
    write_po(out, catalogue, width=100, sort_output=True, no_location=True)
    return "".join(
        line for line in out.getvalue().decode().splitlines(keepends=True) if not VOLATILE.match(line)
    )


def main() -> None:
    messages = template_catalogue()
    for path in sorted((ROOT / "briefgen/locale").glob("*/LC_MESSAGES/briefgen.po")):
        path.write_text(updated(path, messages), encoding="utf-8")


if __name__ == "__main__":
    main()
