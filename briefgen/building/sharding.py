"""Past one machine: shares of the briefs by a stable hash of their ids, and executors on a cluster."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefgen.errors import EnvironmentFault, UsageFault

if TYPE_CHECKING:
    from concurrent.futures import Executor

Shard = tuple[int, int]
"""The I-th of N shares, I from 1."""
WHOLE: Shard = (1, 1)
PATIENCE = 10
"""Seconds within which a scheduler has to answer."""


def parse_shard(text: str | None) -> Shard:
    """Read `I/N`; everything where nothing is asked for.

    Raises:
        UsageFault: it is not of this form, or I is not from 1 to N.
    """
    if text is None:
        return WHOLE
    match = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text)
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise UsageFault(f"--shard {text!r} is not I/N with I from 1 to N, as 2/4")
    return int(match[1]), int(match[2])


def share(briefs: tuple[str, ...], shard: Shard) -> tuple[str, ...]:
    """The briefs of one share: by a hash of the id, so that a new brief moves no other."""
    mine, shares = shard
    return tuple(brief for brief in briefs if _number(brief) % shares == mine - 1)


def _number(brief: str) -> int:
    return int.from_bytes(hashlib.sha256(brief.encode()).digest()[:8], "big")


@contextmanager
def executor_at(address: str | None) -> Iterator["Executor | None"]:
    """Give an executor on the Dask cluster whose scheduler is at `address`; None where no cluster is asked for.

    The workers must have this version of briefgen and see the workspace at the same path.

    Raises:
        EnvironmentFault: the extra is not installed, or no scheduler answers there.
    """
    if address is None:
        yield None
        return
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise EnvironmentFault("--scheduler needs the extra: pip install 'briefgen[dask]'") from error
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise EnvironmentFault(f"no Dask scheduler answers at {address}: {error}") from error
    try:
        # Jobs read files: the same call need not give the same result, so the cluster must not remember it.
        yield client.get_executor(pure=False)
    finally:
        client.close()
