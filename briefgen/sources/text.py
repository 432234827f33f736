"""Plain text files."""

from briefgen.sources.charset import decode
from briefgen.sources.extracted import Extracted, SourceFault, fold_line_ends


def read(data: bytes) -> Extracted | SourceFault:
    """The text of a `.txt` file, character for character, line ends folded to `\\n`."""
    text = decode(data)
    if isinstance(text, SourceFault):
        return text
    return Extracted(fold_line_ends(text), (), "text", "1")
