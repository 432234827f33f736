"""The texts of a Word file: what its parts say, and what their code holds beyond the template's own."""

import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from importlib.resources import files
from io import BytesIO

from briefgen.leaks.passages import Passage
from briefgen.leaks.reading_markup import TAG, untagged
from briefgen.leaks.words import words

PROSE = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml|docProps/(?:core|custom)\.xml"
)
FACES = re.compile(r"<w:rFonts[^>]*>")
"""Names of typefaces: Georgia is one."""
MARKUP = (".xml", ".rels")


def word_passages(data: bytes) -> Iterator[Passage]:
    """Yield every text of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        yield Passage("names of parts", _beyond_the_template("\n".join(archive.namelist())), prose=False)
        for name in archive.namelist():
            if name.endswith(MARKUP):
                yield from _part(name, FACES.sub(" ", archive.read(name).decode("utf-8", "replace")))


def _part(name: str, source: str) -> Iterator[Passage]:
    if PROSE.fullmatch(name):
        yield Passage(name, unescape(TAG.sub(" ", source)))
        # Note numbers stand right behind figures, so that figures are not looked for where tags are taken out.
        yield Passage(name, untagged(source), prose=False)
    yield Passage(name, _beyond_the_template(unescape(source)), prose=False)


def _beyond_the_template(source: str) -> str:
    known = _template_words()
    return " ".join(word for word in words(source) if word not in known)


@lru_cache(maxsize=1)
def _template_words() -> frozenset[str]:
    """The words of the document that python-docx starts from."""
    template = files("docx").joinpath("templates", "default.docx").read_bytes()
    with zipfile.ZipFile(BytesIO(template)) as archive:
        parts = (archive.read(name) for name in archive.namelist() if name.endswith(MARKUP))
        said = "\n".join(part.decode("utf-8", "replace") for part in parts)
        return frozenset(words(said + "\n" + "\n".join(archive.namelist())))
