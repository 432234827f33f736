"""What a document may say of itself, field by field: a value that can be trusted to mean what it seems to, or None."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from briefgen.documents.reading import UNPRINTABLE
from briefgen.models.scalars import is_edtf

CslName = Mapping[str, str]
"""A CSL name: `{family, given}` or `{literal}`."""

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])")
_COMPACT_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NOT_PRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")
_NO_TITLE = re.compile(
    r"(microsoft \w+ - .*|untitled.*|.*\.(docx?|indd|pdf|tmp|rtf|odt|wpd)|slide 1|.{0,1})", re.IGNORECASE
)
_BY = re.compile(r"\Aby\s+(?=\w)", re.IGNORECASE)
_CODE = re.compile(r"[<{@]|\[[\[{\"]|TY {1,2}- ")
"""How a line begins that a program wrote for programs."""
_MAX_LINE = 500
LONGEST_HEADING = 120
"""A longer first line of a plain text, in characters, is no heading."""
SENTENCE_ENDS = (".", "。", "｡", "۔", "।", "։", "።", "…", ";", ":", ",")
"""What ends a sentence or a part of one, and no heading."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's statements about itself; None and () where it makes none."""

    title: str | None = None
    author: tuple[CslName, ...] = ()
    issued: str | None = None
    publisher: str | None = None
    language: str | None = None


def cleaned(text: object) -> str | None:
    """`text` on one line, without what may not stand in YAML; None where nothing is left."""
    if not isinstance(text, str):
        return None
    line = UNPRINTABLE.sub("", _NOT_PRINTED.sub(" ", text)).strip()
    return line[:_MAX_LINE] or None


def as_title(text: object) -> str | None:
    """A title, unless it is a file name or a placeholder that a program filled in."""
    line = cleaned(text)
    return None if line is None or _NO_TITLE.fullmatch(line) else line


def as_date(text: object) -> str | None:
    """The EDTF date that the text is, or at the start of an ISO time; None for other forms, which could be misread."""
    line = cleaned(text) or ""
    found = _DATE.match(line) or _COMPACT_DATE.match(line)
    if not found:
        return line if is_edtf(line) else None
    date = "-".join(part.zfill(2) for part in found.groups() if part)
    return date if is_edtf(date) else None


def as_language(text: object) -> str | None:
    """A BCP 47 tag."""
    tag = (cleaned(text) or "").replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None


def as_names(texts: Iterable[object], inverted: bool = False) -> tuple[CslName, ...]:
    """CSL names: `Doe, Jane` has a family name, `Jane Doe` stays as it is, since its parts would be a guess.

    So do `Jane Doe, John Roe` and `Ministry of Defence, Iraq`, unless whoever wrote them puts family names first:
    then the names are `inverted`.
    """
    lines = (cleaned(part) for text in texts if isinstance(text, str) for part in text.split(";"))
    bare = (_BY.sub("", line, 1).strip(" ,") for line in lines if line and "://" not in line)
    return tuple(_name(line, inverted) for line in dict.fromkeys(bare) if line)


def _name(line: str, inverted: bool) -> CslName:
    family, comma, given = line.partition(", ")
    short = len(family.split()) <= 3 and len(given.split()) <= 3
    if comma and "," not in given and (inverted or (short and _is_one(family.split(), given.split()))):
        return {"family": family, "given": given}
    return {"literal": line}


def _is_one(family: list[str], given: list[str]) -> bool:
    """Whether a family name of one word, particles aside, stands before given names."""
    joins = any(word.islower() and not behind.islower() for word, behind in pairwise(given))
    return all(map(str.islower, family[:-1])) and not joins


def as_heading(text: str) -> str | None:
    """The first line of a plain text that has any characters, where it looks like a heading.

    That is: of no more than 120 characters, with a letter, without the full stop of a sentence, and no code.
    """
    line = cleaned(next(filter(str.strip, text.splitlines()), None)) or ""
    ends = line.rstrip("\"'”’»)").endswith(SENTENCE_ENDS)
    fits = len(line) <= LONGEST_HEADING and any(char.isalpha() for char in line) and not _CODE.match(line)
    return as_title(line) if fits and not ends else None
