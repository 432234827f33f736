"""What was last reviewed of a brief: its sources by hash, its quotes by place. The shape of `briefs/<id>.lock`."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, ValidationError

from briefgen.models.base import Model, Seq
from briefgen.models.brief import Citation

MAX_BYTES = 16_000_000
CONFLICT = re.compile(rb"^<{7} ", re.MULTILINE)


class LockedSource(Model):
    """A source as it was: the SHA-256 of its file, and what made its text."""

    sha256: str
    extractor: str
    version: str


class LockedQuote(Model):
    """Where a quote stood: offsets in the source's text, and 32 characters on each side as they read.

    `omitted` are the words that it leaves out, one text for each mark of an elision; a lock without any says nothing of it.
    """

    source: str
    quote: str
    start: int
    end: int
    before: str
    after: str
    omitted: Seq[str] = ()


class Lock(Model):
    """A whole lock: sources by id, quotes by key."""

    version: Literal[1] = 1
    sources: Mapping[str, LockedSource] = Field(default_factory=dict)
    quotes: Mapping[str, LockedQuote] = Field(default_factory=dict)

    def dumped(self) -> bytes:
        """The lock as it is written: sorted, one value a line, so that two branches merge cleanly."""
        data = self.model_dump()
        for quote in data["quotes"].values():
            if not quote["omitted"]:
                del quote["omitted"]
        text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
        return f"{text}\n".encode()


def key_of(citation: Citation) -> str:
    """The name of a citation in a lock: its source, and a digest of its quote with its context and page.

    It depends on nothing else, so that items may be moved and renamed.
    """
    parts = (citation.quote, citation.prefix or "", citation.suffix or "", str(citation.page or ""))
    return f"{citation.source}/{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class BrokenLock:
    """Why a file is no lock, and where that shows: line and column from 1."""

    message: str
    line: int = 1
    column: int = 1


def parse_lock(raw: bytes) -> Lock | BrokenLock:
    """Read a lock; the answer says why where it cannot be one."""
    if len(raw) > MAX_BYTES:
        return BrokenLock(f"it has {len(raw):,} bytes; a lock may have {MAX_BYTES:,}")
    if not raw.strip():
        return BrokenLock("it is empty")
    if found := CONFLICT.search(raw):
        return BrokenLock("git could not merge two versions of it", raw.count(b"\n", 0, found.start()) + 1)
    try:
        return Lock.model_validate(json.loads(raw.decode("utf-8"), object_pairs_hook=_each_once))
    except ValidationError as error:
        return BrokenLock(_said(error))
    except _TwiceError as error:
        return BrokenLock(f"`{error}` stands there twice")
    except RecursionError:
        return BrokenLock("it is nested too deeply")
    except json.JSONDecodeError as error:
        return BrokenLock("it is no JSON from here on; it was cut off or edited", error.lineno, error.colno)
    except UnicodeDecodeError:
        return BrokenLock("it is not UTF-8")
    except ValueError:  # Python reads no number of thousands of digits
        return BrokenLock("it holds a number that is too long")


class _TwiceError(ValueError):
    """A key that stands twice in one object, as a merge may leave it."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        often = Counter(key for key, _ in pairs)
        raise _TwiceError(next(key for key, times in often.items() if times > 1))
    return data


def _said(error: ValidationError) -> str:
    """The first thing that is wrong with the data of a lock, in words of our own."""
    first = error.errors()[0]
    place, kind, given = ".".join(map(str, first["loc"])), first["type"], first["input"]
    if place == "version" and isinstance(given, int):
        return f"it is of format {given}, and this version of briefgen reads format 1"
    if not place:
        return "it is not what a lock should be"
    state = {"missing": "is missing", "extra_forbidden": "is unknown"}.get(kind, "is not what it should be")
    return f"`{place}` {state}"
