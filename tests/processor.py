"""A guard against work that grows with the square of a hostile input, or worse: such work takes minutes where ours takes
a fraction of a second. It says nothing of speed, which the benchmarks measure."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within_seconds(most: float) -> Iterator[None]:
    """Fail where the block takes more than `most` seconds of processor time, whatever else the machine does."""
    started = time.process_time()
    yield
    assert time.process_time() - started < most
