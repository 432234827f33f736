"""One reference of a bibliography, in CSL terms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from briefgen.models.vocabulary import ItemType
from briefgen.sources.metadata_fields import CslName, as_date, as_language, cleaned

TYPES = frozenset(get_args(ItemType))
_DOI = re.compile(r"(?:(?:dx\.)?doi\.org/)?(?:urn:)?(?:doi: *)?(10\..+/.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a bibliography says of one document; `raw` is its entry as it stands there, `key` the name it has there."""

    key: str
    raw: str
    title: str | None
    type: str = "document"
    author: tuple[CslName, ...] = ()
    publisher: str | None = None
    container_title: str | None = None
    issued: str | None = None
    accessed: str | None = None
    url: str | None = None
    language: str | None = None


def reference(key: object, raw: str, fields: Mapping[str, Any]) -> Reference:
    """A reference from fields by CSL name, each cleaned; what does not fit its field is left out."""
    url = cleaned(fields.get("URL"))
    kind = fields.get("type")
    return Reference(
        key=str(key or ""),
        raw=raw.strip() + "\n",
        title=cleaned(fields.get("title")),
        type=kind if isinstance(kind, str) and kind in TYPES else "document",
        author=tuple(fields.get("author") or ()),
        publisher=cleaned(fields.get("publisher")),
        container_title=cleaned(fields.get("container-title")),
        issued=as_date(fields.get("issued")),
        accessed=as_date(fields.get("accessed")),
        url=url if url and url.startswith(("http://", "https://")) and " " not in url else None,
        language=_language(fields.get("language")),
    )


def by_identifier(doi: object) -> str | None:
    """The address that a DOI stands for, or that stands in its place; none for what is neither."""
    name = cleaned(doi) or ""
    if name.startswith(("http://", "https://")):
        return name
    found = _DOI.fullmatch(name)
    return f"https://doi.org/{found[1]}" if found else None


def _language(stated: object) -> str | None:
    """A tag, also from an English name of a language (`english`, `ngerman`) as BibTeX has it."""
    name = (cleaned(stated) or "").casefold()
    return _NAMES.get(name) or (as_language(stated) if len(name.partition("-")[0]) <= 3 else None)


_NAMES = {
    "english": "en", "american": "en-US", "british": "en-GB", "ukenglish": "en-GB", "usenglish": "en-US",
    "french": "fr", "francais": "fr", "german": "de", "ngerman": "de", "spanish": "es", "italian": "it",
    "portuguese": "pt", "brazilian": "pt-BR", "dutch": "nl", "arabic": "ar", "russian": "ru", "ukrainian": "uk",
    "polish": "pl", "turkish": "tr", "greek": "el", "persian": "fa", "farsi": "fa", "hebrew": "he", "kurdish": "ku",
    "chinese": "zh", "japanese": "ja", "korean": "ko", "swedish": "sv", "danish": "da", "norwegian": "no",
    "finnish": "fi", "czech": "cs", "hungarian": "hu", "romanian": "ro",
}  # fmt: skip
