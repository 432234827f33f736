"""The process that `briefgen.sources.isolation` starts: limits itself, reads, answers in JSON."""

import json
import sys
from dataclasses import asdict
from importlib import import_module
from typing import Any

from briefgen.sources.isolation import MEMORY


def main() -> None:
    """Reads a document on standard input; the command line names the reader and the seconds it may take."""
    limit(int(sys.argv[2]))
    data = sys.stdin.buffer.read()
    json.dump(_read(sys.argv[1], data), sys.stdout)


def _read(reader: str, data: bytes) -> dict[str, Any]:
    module = import_module(f"briefgen.sources.{reader.replace('-', '_')}")
    return module.metadata_here(data) if reader.endswith("-metadata") else asdict(module.read_here(data))


def limit(seconds: int) -> None:
    """Sets what this process may use; Windows has no such limits, there the caller's timeout remains."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "darwin":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
