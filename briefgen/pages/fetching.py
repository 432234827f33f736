"""The engine's fetcher: `data:` and files below the template folders; never the network.

Templating refuses what a page may not hold before the engine sees it; this is the wall behind it, and sees what only
the engine finds, inside pictures and imported stylesheets. Addresses are resolved against a base that names no folder
of this machine: neither the bytes of a page nor what a template can reach depends on where a workspace lies.
"""

from collections.abc import Sequence
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefgen.pages.values import RemoteResource

BASE_URL = "https://templates.invalid/below/"
"""Stands for the template folders. `.invalid` never resolves (RFC 2606), and nothing here opens a connection."""

OUTSIDE = "only data: and files below the audience's template folders may be used"
ABSENT = "there is no such file below the audience's template folders"
ATTACHED = "files are attached by briefgen alone"


def file_below(roots: Sequence[Path], relative: str) -> Path | None:
    """The first regular file `relative` names below one of `roots`, symbolic links resolved; None where none does."""
    for root in roots:
        try:
            path = (root / relative).resolve()
            if path.is_relative_to(root.resolve()) and path.is_file():
                return path
        except (OSError, ValueError):
            continue
    return None


def file_of(url: str, roots: Sequence[Path]) -> Path | str:
    """The file that an absolute address stands for, or the reason why it may not be had."""
    if not url.startswith(BASE_URL):
        return OUTSIDE
    return file_below(roots, unquote(urlsplit(url.removeprefix(BASE_URL)).path)) or ABSENT


def as_written(url: str) -> str:
    """The address without the base that stands for the template folders."""
    return url.removeprefix(BASE_URL)


class TemplateFetcher(URLFetcher):  # type: ignore[misc]
    """Reads what may be read and keeps a list of what was refused, for the engine swallows some refusals."""

    def __init__(self, roots: Sequence[Path]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._roots = tuple(roots)
        self._refused: dict[str, RemoteResource] = {}

    @property
    def refused(self) -> tuple[RemoteResource, ...]:
        """Every refusal so far, in order, each address once."""
        return tuple(self._refused.values())

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Answers the engine.

        Raises:
            ValueError: the address is refused; the engine goes on without it.
        """
        if url[:5].lower() == "data:":
            return super().fetch(url)
        found = file_of(url, self._roots)
        if isinstance(found, str):
            self._refused.setdefault(url, RemoteResource(as_written(url), found))
            raise ValueError(f"{url}: {found}")
        media_type = guess_type(found.name, strict=False)[0] or "application/octet-stream"
        return URLFetcherResponse(url, found.read_bytes(), {"Content-Type": media_type})
