"""The process that `briefgen.sources.isolation` starts: limits itself, reads, answers in JSON."""

import json
import sys
from dataclasses import asdict

from briefgen.sources.extracted import Extracted, SourceFault
from briefgen.sources.isolation import MEMORY, SECONDS


def main() -> None:
    """Reads a document on standard input with the reader named on the command line."""
    _limit()
    data = sys.stdin.buffer.read()
    json.dump(asdict(_read(sys.argv[1], data)), sys.stdout)


def _read(reader: str, data: bytes) -> Extracted | SourceFault:
    if reader == "pdf":
        from briefgen.sources.pdf import read_here
    else:
        from briefgen.sources.html import read_here
    return read_here(data)


def _limit() -> None:
    """Sets what the process may use; Windows has no such limits, there the caller's timeout remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
