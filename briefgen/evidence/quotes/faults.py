"""What can be wrong with a quote, as values.

Owns the shape in which anchoring reports: a rule's name, words for a reader, and the same as data for a machine.
"""

from msgspec import Struct

from briefgen.evidence.quotes.context import Context
from briefgen.evidence.quotes.difference import Change
from briefgen.evidence.text.sentences import Span


class Nearest(Struct, frozen=True):
    """The passage of the source that is most like a quote: never taken for it, only shown.

    `start` and `end` count in the source's raw text, `text` is what stands there, `likeness` runs from 0 to 1;
    `changes` leads from the quote to the passage, word by word.
    """

    start: int
    end: int
    text: str
    likeness: float
    changes: tuple[Change, ...]


class Fault(Struct, frozen=True):
    """One thing wrong with a quote.

    `field` is where the fault lies (`quote`, `prefix`, `suffix` or `page`); `start` and `end` count in that text
    (None: all of it). `replacement` is the text that would be right in that field. `places` are the passages
    concerned, as offsets in the source's raw text; `contexts` tell them apart, one each, in the same order (None:
    nothing does).
    """

    rule: str
    message: str
    help: str = ""
    start: int | None = None
    end: int | None = None
    field: str = "quote"
    replacement: str | None = None
    places: tuple[Span, ...] = ()
    contexts: tuple[Context | None, ...] = ()
    nearest: Nearest | None = None
