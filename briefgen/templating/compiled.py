"""The templates that ship are compiled once, as Python's own modules are, and kept where those are kept.

Only they: what a workspace adds is compiled for each build, so that nobody's files but briefgen's lie among its code.
Where Python may not write bytecode (`PYTHONDONTWRITEBYTECODE`, a folder of somebody else) nothing is kept.
"""

import contextlib
import secrets
import sys
from functools import cache
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from briefgen.workspace import shipped_templates

FOLDER = Path(cache_from_source(__file__)).parent


@cache
def _compiler() -> bytes:
    """What compiles: the interpreter, Jinja, and the filters and options of this package, told as Python tells its modules."""
    own = [(path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in _modules()]
    return repr((MAGIC_NUMBER, jinja2.__version__, own)).encode()


def _modules() -> list[Path]:
    return sorted(Path(__file__).parent.glob("*.py"))


def _checksum(source: str) -> str:
    return sha256(_compiler() + source.encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _shipped() -> frozenset[str]:
    templates = shipped_templates().glob("*/*.j2")
    return frozenset(_checksum(path.read_text(encoding="utf-8")) for path in templates)


class ShippedBytecode(BytecodeCache):
    """Keeps compiled templates in `folder`, one file a template; a file of another source or compiler counts for nothing."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    def get_source_checksum(self, source: str) -> str:
        """The digest of a template's text and of what compiles it."""
        return _checksum(source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load what is kept of a template that ships."""
        if bucket.checksum in _shipped():
            # Whatever is wrong with a file, the template is compiled anew.
            with contextlib.suppress(Exception), self._path(bucket).open("rb") as file:
                bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that ships, where that is possible."""
        if sys.dont_write_bytecode or bucket.checksum not in _shipped():
            return
        temporary = self.folder / f".{bucket.key}-{secrets.token_hex(4)}.tmp"
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(bucket.bytecode_to_string())
            temporary.replace(self._path(bucket))

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.{sys.implementation.cache_tag}.j2c"
