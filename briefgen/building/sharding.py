"""Past one machine: shares of the briefs by a stable hash of their ids, and executors on a cluster."""

import hashlib
import re
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from briefgen.errors import EnvironmentFault, UsageFault

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


class _Cluster(Executor):
    """A Dask cluster as an executor.

    Dask's own one fetches a result and then asks how the task stands: where its worker dies in between, it takes the
    result for a fault. The cluster's futures know better, and do such a task again.
    """

    def __init__(self, client: Any) -> None:
        self._client = client

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        # Jobs read files: the same call need not give the same result, so the cluster must not remember it.
        return self._client.submit(fn, *args, pure=False, **kwargs)


@contextmanager
def executor_at(address: str | None) -> Iterator[Executor | None]:
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
        yield _Cluster(client)
    finally:
        client.close()
