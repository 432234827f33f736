"""Looks for characters that are rare in a text, at less than a look at every character costs.

Owns the quick questions that the normal form asks of a whole source. `str.find` skips to the next place of one
character many times as fast as `split`, `count` or an expression reads the text.
"""

ASCII = bytes(range(128))
BLOCK = 10_000


def non_ascii(text: str) -> set[str]:
    """The distinct characters of `text` beyond ASCII (by way of bytes, at about 1 ns a character)."""
    found: set[str] = set()
    if text.isascii():
        return found
    for at in range(0, len(text), BLOCK):  # blocks, for the encoder sets three bytes a character aside
        encoded = text[at : at + BLOCK].encode("utf-8", "surrogatepass").translate(None, ASCII)
        found.update(encoded.decode("utf-8", "surrogatepass"))
    return found


def split(text: str, char: str) -> list[str]:
    """`text.split(char)`, faster where `char` is rare: `find` skips what `split` reads character by character."""
    parts: list[str] = []
    done, at = 0, text.find(char)
    while at >= 0:
        parts.append(text[done:at])
        done = at + 1
        at = text.find(char, done)
    return [*parts, text[done:]]


def before(text: str, char: str) -> set[str]:
    """The characters that stand right before a `char`, which is rare: `find` skips from one to the next."""
    found: set[str] = set()
    at = text.find(char)
    while at >= 0:
        found.add(text[at - 1 : at])
        at = text.find(char, at + 1)
    return found


def after(text: str, char: str) -> set[str]:
    """The characters that stand right after a `char`, which is rare."""
    found: set[str] = set()
    at = text.find(char) + 1
    while at > 0:
        found.add(text[at : at + 1])
        at = text.find(char, at) + 1
    return found
