"""What was last reviewed of a brief: its sources by hash, its quotes by place. The shape of `briefs/<id>.lock`."""

import hashlib
import json
from collections.abc import Mapping
from typing import Literal

from pydantic import Field, ValidationError

from briefgen.models.base import Model
from briefgen.models.brief import Citation

MAX_BYTES = 16_000_000
CONFLICT = b"<<<<<<< "


class LockedSource(Model):
    """A source as it was: the SHA-256 of its file, and what made its text."""

    sha256: str
    extractor: str
    version: str


class LockedQuote(Model):
    """Where a quote stood: offsets in the source's text, and 32 characters on each side as they read."""

    source: str
    quote: str
    start: int
    end: int
    before: str
    after: str


class Lock(Model):
    """A whole lock: sources by id, quotes by key."""

    version: Literal[1] = 1
    sources: Mapping[str, LockedSource] = Field(default_factory=dict)
    quotes: Mapping[str, LockedQuote] = Field(default_factory=dict)

    def dumped(self) -> bytes:
        """The lock as it is written: sorted, one value a line, so that two branches merge cleanly."""
        text = json.dumps(self.model_dump(), ensure_ascii=False, indent=1, sort_keys=True)
        return f"{text}\n".encode()


def key_of(citation: Citation) -> str:
    """The name of a citation in a lock: its source, and a digest of its quote with its context and page.

    It depends on nothing else, so that items may be moved and renamed.
    """
    parts = (citation.quote, citation.prefix or "", citation.suffix or "", str(citation.page or ""))
    return f"{citation.source}/{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:16]}"


def parse_lock(raw: bytes) -> Lock | str:
    """Read a lock; the answer is a sentence where it cannot be one."""
    if len(raw) > MAX_BYTES:
        return f"it has {len(raw):,} bytes; a lock may have {MAX_BYTES:,}"
    try:
        return Lock.model_validate(json.loads(raw.decode("utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc'])) or 'it'}: {first['msg']}"
    except RecursionError:
        return "it is nested too deeply"
    except ValueError as error:
        if CONFLICT in raw:
            return "git could not merge two versions of it"
        return f"it is not JSON: {error}" if isinstance(error, json.JSONDecodeError) else "it is not UTF-8"
