"""What speaks against the text of a document that can be read: said when it is added, since it may still be replaced."""

import re
from collections.abc import Iterator

from briefgen.counting import count
from briefgen.sources.extracted import Extracted

_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
"""What stands for a character that a program could not write: the mark for it, or a font's own number."""
_LATIN = "‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u0080-\u00bf"
_BEHIND = "‘’‚“”„•–—…«»"
"""What may stand behind a word in capitals (`MANHÃ…`)."""
_MISREAD = re.compile(
    f"(?<![A-ZÇ])Ã[{_BEHIND}]|Ã(?![{_BEHIND}])[{_LATIN}]|â€[{_LATIN}]|[ÐÑ][{_LATIN}][ÐÑ]|[ØÙ][{_LATIN}][ØÙ]"
)
"""UTF-8 that was read as Windows-1252."""
_FEWEST = 2
"""One place may be what its author wrote."""


def doubts(data: bytes, suffix: str, extracted: Extracted) -> Iterator[str]:
    """Yield what the user should know of the text of a file with these bytes and this suffix."""
    from briefgen.sources.sniffing import is_page

    text = extracted.text
    if suffix.lower() == ".txt" and is_page(data):
        yield "it is a web page: named .html, its markup and what it hides or deletes would be no text of it"
    if lost := len(_LOST.findall(text)):
        yield f"{count(lost, 'character')} of its text cannot be told (�): look whether there is a better copy"
    misread = _MISREAD.findall(text)
    if len(misread) >= _FEWEST:
        yield (
            f"it seems to have been read in a wrong encoding before it was saved ({misread[0]}): "
            "look whether there is a better copy"
        )
