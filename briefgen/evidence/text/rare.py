"""Looks for characters that are rare in a text, at less than a look at every character costs.

Owns the quick questions that the normal form asks of a whole source. `str.find` skips to the next place of one
character many times as fast as `split`, `count` or an expression reads the text.
"""

from collections.abc import Iterator

ASCII = bytes(range(128))


def non_ascii(text: str) -> set[str]:
    """The distinct characters of `text` beyond ASCII (by way of bytes, at about 1 ns a character)."""
    if text.isascii():
        return set()
    encoded = text.encode("utf-8", "surrogatepass").translate(None, ASCII)
    return set(encoded.decode("utf-8", "surrogatepass"))


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


def runs_of_blanks(text: str) -> Iterator[tuple[int, int]]:
    """Where several blanks stand in a row."""
    at = text.find("  ")
    while at >= 0:
        end = _past_blanks(text, at)
        yield at, end
        at = text.find("  ", end)


def with_blanks(text: str, char: str) -> Iterator[tuple[int, int]]:
    """Where a `char` stands, which is rare, with the blanks around it; a blank between two belongs to the first."""
    end = 0
    at = text.find(char)
    while at >= 0:
        start, end = end + len(text[end:at].rstrip(" ")), _past_blanks(text, at + 1)
        yield start, end
        at = text.find(char, end)


def _past_blanks(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at
