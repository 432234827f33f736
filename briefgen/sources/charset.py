"""From bytes to characters: declared, marked or detected without doubt, otherwise refused.

A wrong guess would put words into a source that it never said, so that two readings that differ
are refused even where one of them is likelier.
"""

import codecs
import re
from collections.abc import Iterator
from itertools import islice

import webencodings

from briefgen.sources.extracted import SourceFault

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_EXPORT = "export it as .txt, .html, .pdf or .docx"
_UNPACK = "unpack it, and add what is in it"
_MAGIC = (
    (b"%PDF-", "a PDF", "name it .pdf"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, ODT, EPUB …)", "name it .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", _EXPORT),
    (b"{\\rtf", "an RTF document", _EXPORT),
    (b"\x89PNG", "a PNG picture", _EXPORT),
    (b"\xff\xd8\xff", "a JPEG picture", _EXPORT),
    (b"GIF8", "a GIF picture", _EXPORT),
    (b"\x1f\x8b", "compressed with gzip", _UNPACK),
    (b"\xfd7zXZ\0", "compressed with xz", _UNPACK),
    (b"BZh91AY&SY", "compressed with bzip2", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
)

# Encodings of the WHATWG list that text is still met in, by Python's names.
_CANDIDATES = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "iso8859_2", "iso8859_3", "iso8859_4", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_10",
    "iso8859_13", "iso8859_14", "iso8859_15", "iso8859_16", "koi8_r", "koi8_u", "cp866", "mac_roman",
    "mac_cyrillic", "cp850", "cp852", "cp437", "gb18030", "big5", "big5hkscs", "cp932", "shift_jis",
    "euc_jp", "iso2022_jp", "cp949", "euc_kr",
]  # fmt: skip

# Measured on texts in 14 languages: the right reading has at most 0.03 disorder, and wrong ones
# that come closer than 0.08 to the best cannot be told from it.
_MAX_DISORDER = 0.03
_MARGIN = 0.08

_USUAL = ("cp1252", "cp1250", "cp1251")
"""Named first, of those that give the same words or cannot be told apart."""
_NOT_ASCII = re.compile(rb"[!-\xff]{0,20}[\x80-\xff][!-\xff]{0,20}")
_SHOWN, _LOOKED_AT = 4, 50

_MULTIBYTE = frozenset({"gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr"})
_TEXT_CONTROLS = frozenset("\t\n\v\f\r\x1a\x1b")
_SHIFTED = ("iso2022_jp", "iso2022_jp_2", "iso2022_kr")
_SHIFTING = frozenset("\x0e\x0f\x1b")
_SHIFTS = re.compile(rb"\x1b\$[()*+]?[@-D]")
_SAMPLE = 256 * 1024
_ONE_IN = 50
"""Of so many characters one is a blank or a Latin letter, at the least."""


def decode(data: bytes, declared: str | None = None) -> str | SourceFault:
    """The characters of `data`; `declared` is a label that the document itself gives (HTML `meta`).

    In order: a byte order mark, the declared label, UTF-8, detection. Returns a fault for binary
    data and for every encoding that is not certain.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], name)
            return _readable(_broken(name) if text is None else text)
    if fault := _binary(data):
        return fault
    return _readable(_unmarked(data, declared))


def _unmarked(data: bytes, declared: str | None) -> str | SourceFault:
    utf8 = _strict(data, "utf-8")
    encoding = webencodings.lookup(declared) if declared else None
    if encoding is not None and (utf8 is None or encoding.name in _MULTIBYTE):
        text = _strict(data, encoding.codec_info.name)
        if text is not None:
            return text
    if _SHIFTS.search(data):
        return _shifted(data)
    # Bytes that are well-formed UTF-8 beyond ASCII are never a single-byte text by accident, so
    # that a page that declares windows-1252 and is UTF-8 is read as what it is.
    return utf8 if utf8 is not None else _detected(data)


def _shifted(data: bytes) -> str | SourceFault:
    """A text in one of the encodings of ISO 2022, which are ASCII between signs that shift its letters."""
    readings = (_strict(data, name) for name in _SHIFTED)
    text = next((text for text in readings if text is not None and _SHIFTING.isdisjoint(text)), None)
    return text or SourceFault("it is in an encoding of ISO 2022 that is not read here", "save it as UTF-8")


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _detected(data: bytes) -> str | SourceFault:
    names: list[str] = []
    first, uncertain = "", False
    for name, text in _readings(data):  # each as long as the file: no more than two at a time
        first = text if not names else first
        uncertain = uncertain or text != first
        names.append(name)
    if not names:
        return SourceFault(
            "its characters are in no encoding that could be told apart",
            "save it as UTF-8 under the name that the register gives",
        )
    if uncertain:
        return SourceFault(
            f"it is not UTF-8, and its encoding is uncertain: {_told_apart(data, names)}",
            "save it as UTF-8 from the one whose letters are right, for example with: iconv -f ENCODING -t UTF-8",
        )
    return first


def _told_apart(data: bytes, names: list[str]) -> str:
    """What the likeliest encodings make of one word: `cp1250 “minął”, cp1252 “min¹³”`."""
    usual = [name for name in _USUAL if name in names]
    shown = [*usual, *(name for name in names if name not in usual)][:_SHOWN]
    words = (found[0] for found in islice(_NOT_ASCII.finditer(data[:_SAMPLE]), _LOOKED_AT))
    readings = ([word.decode(name, "replace") for name in shown] for word in words)
    best = max(readings, key=lambda reading: (len(set(reading)), len(reading[0])), default=[])
    return ", ".join(f"{name} “{word}”" for name, word in zip(shown, best, strict=False))


def _readings(data: bytes) -> Iterator[tuple[str, str]]:
    """Every encoding that cannot be told from the best one, with the text it gives."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES))
    if not matches or matches[0].chaos > _MAX_DISORDER:
        return
    limit = min(match.chaos for match in matches) + _MARGIN
    for match in matches:
        text = _strict(data, match.encoding) if match.chaos <= limit else None
        if text is not None and not any("\x80" <= character <= "\x9f" for character in set(text)):
            same = match.could_be_from_charset
            yield next((name for name in _USUAL if name in same), match.encoding), text


def packed_as(data: bytes) -> tuple[str, str] | None:
    """What a file is that begins so, and what to do with it; None where that says nothing."""
    return next(((what, remedy) for magic, what, remedy in _MAGIC if data.startswith(magic)), None)


def _binary(data: bytes) -> SourceFault | None:
    if found := packed_as(data):
        return SourceFault(f"it is {found[0]}, not text", found[1])
    if b"\0" in data:
        return _unmarked_utf16(data) or SourceFault(
            "it holds binary data, not text", "export its text as UTF-8, or name it by its format"
        )
    return None


def _unmarked_utf16(data: bytes) -> SourceFault | None:
    """UTF-16 by the noughts of its blanks and Latin letters, all on one side; it is named, not read: that is a guess."""
    left, right = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if bool(left) == bool(right) or max(left, right) * _ONE_IN < min(len(data), _SAMPLE) // 2:
        return None
    name = "UTF-16BE" if left else "UTF-16LE"
    text = _strict(data, name)
    if text is None or isinstance(_readable(text), SourceFault):
        return None
    return SourceFault(
        f"it seems to be {name} without a byte order mark",
        f"save it as UTF-8, for example with: iconv -f {name} -t UTF-8",
    )


def _readable(text: str | SourceFault) -> str | SourceFault:
    """A decoded text that is mostly control characters is binary data after all."""
    if isinstance(text, SourceFault):
        return text
    text = text.removeprefix("\ufeff")
    controls = sum(
        text.count(character) for character in map(chr, range(32)) if character not in _TEXT_CONTROLS
    )
    if "\0" in text or controls * 1000 > len(text):
        return SourceFault(
            "it holds binary data, not text", "export its text as UTF-8, or name it by its format"
        )
    return text


def _broken(name: str) -> SourceFault:
    return SourceFault(
        f"its byte order mark says {name.upper()}, but its bytes are not", "save it again as UTF-8"
    )
