"""The engine's fetcher: `data:` and files below the template folders; never the network."""

from collections.abc import Sequence
from mimetypes import guess_type
from pathlib import Path

from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefgen.pages.references import as_written, file_of
from briefgen.pages.values import RemoteResource


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
        """Answers the engine; raises `ValueError` (the engine goes on without the resource) on a refusal."""
        if url[:5].lower() == "data:":
            return super().fetch(url)
        found = file_of(url, self._roots)
        if isinstance(found, str):
            self._refused.setdefault(url, RemoteResource(as_written(url), found))
            raise ValueError(f"{url}: {found}")
        media_type = guess_type(found.name, strict=False)[0] or "application/octet-stream"
        return URLFetcherResponse(url, found.read_bytes(), {"Content-Type": media_type})
