"""The leak check: after rendering, every output is searched for words of what its audience may not read.

It proves that strings are absent from the bytes, text layers, metadata and attachments of an output. It cannot tell
what a reader may infer from what is shown.
"""

from briefgen.leaks.finding import Leak, find_leaks
from briefgen.leaks.passages import Passage
from briefgen.leaks.reading import passages_of
from briefgen.leaks.secrets import Secrets, gather_secrets

__all__ = ["Leak", "Passage", "Secrets", "find_leaks", "gather_secrets", "passages_of"]
