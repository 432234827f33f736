"""One document from the web: bounded in size, time and redirects, and never from a private address.

The address is checked where the connection is made, for every redirect, and the connection goes to the very
address that was checked: a name that resolves differently the next moment gains nothing.
"""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefgen.sources.extracted import MAX_BYTES

if TYPE_CHECKING:
    import httpx


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: bytes after decompression, seconds in all, redirects."""

    size: int = MAX_BYTES
    seconds: float = 60.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether a document has changed (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document as received; `data` is None where the server says that it has not changed.

    `filename` is the name that the server proposes for it, as it is.
    """

    data: bytes | None
    url: str
    content_type: str
    charset: str | None
    validators: Validators
    filename: str | None = None


@dataclass(frozen=True, slots=True)
class FetchFault:
    """Why a document could not be fetched, and the remedy."""

    message: str
    help: str


class _Refused(Exception):
    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.fault = FetchFault(message, remedy)


def fetch(
    url: str,
    known: Validators | None = None,
    *,
    allow_private: bool = False,
    limits: Limits | None = None,
) -> Fetched | FetchFault:
    """The document at `url`; with `known` validators the server is asked for it only if it changed."""
    import httpcore
    import httpx

    from briefgen.sources.connecting import AddressRefused, client

    limits = limits or Limits()
    try:
        with client(allow_private, limits.seconds) as session:
            return _follow(session, url, known or Validators(), limits)
    except _Refused as refused:
        return refused.fault
    except (
        AddressRefused,
        httpx.HTTPError,
        httpx.InvalidURL,
        httpcore.TimeoutException,
        httpcore.NetworkError,
        httpcore.ProtocolError,
        OSError,
        ValueError,
    ) as error:
        return _failed(url, error, limits)


def _failed(url: str, error: Exception, limits: Limits) -> FetchFault:
    import httpcore
    import httpx

    from briefgen.sources.connecting import AddressRefused

    if isinstance(error, AddressRefused):
        remedy = "to reach a server of your own network, add --allow-private"
        return FetchFault(
            str(error), remedy if error.is_own else "save the document yourself and add the file"
        )
    if isinstance(error, httpx.TimeoutException | httpcore.TimeoutException):
        return FetchFault(
            f"{url} took more than {limits.seconds:g} seconds",
            "try again later, or add a saved copy as a file",
        )
    return FetchFault(f"{url} could not be fetched: {error}", "check the address and the connection")


def _follow(session: "httpx.Client", url: str, known: Validators, limits: Limits) -> Fetched:
    seen: set[str] = set()
    while True:
        check_url(url)
        if url in seen:
            raise _Refused(
                f"{url} redirects in a circle", "open it in a browser and add a saved copy as a file"
            )
        seen.add(url)
        with session.stream("GET", url, headers=_conditions(known)) as response:
            if not response.has_redirect_location:
                return _received(response, url, limits)
            if len(seen) > limits.redirects:
                raise _Refused(
                    f"{url} is redirected more than {limits.redirects} times",
                    "add the address that it leads to",
                )
            url = str(response.url.join(response.headers["location"]))


def check_url(url: str) -> None:
    """Refuses what is not a plain http(s) address.

    Raises:
        _Refused: another scheme, no host, or a name and password in the address.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _Refused(f"{url} is no http or https address", "give a web address, or a file")
    if parts.username or parts.password:
        raise _Refused(
            "the address holds a user name or password", "save the document yourself and add the file"
        )


def _conditions(known: Validators) -> dict[str, str]:
    stated = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in stated.items() if value}


def _received(response: "httpx.Response", url: str, limits: Limits) -> Fetched:
    if response.status_code not in (200, 304):
        raise _Refused(
            f"{url} answers {response.status_code} {response.reason_phrase}".rstrip(),
            _remedy(response.status_code),
        )
    headers = response.headers
    data = None if response.status_code == 304 else b"".join(_body(response, url, limits.size))
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    validators = Validators(headers.get("etag"), headers.get("last-modified"))
    filename = _filename(headers.get("content-disposition", ""))
    return Fetched(data, url, kind, response.charset_encoding, validators, filename)


def _filename(disposition: str) -> str | None:
    """The file name of a `Content-Disposition` (RFC 6266); none where it cannot be read."""
    from email.message import Message

    message = Message()
    message["Content-Disposition"] = " ".join(disposition.split())
    try:
        return message.get_filename()
    except ValueError:  # it is in an encoding that does not take what cannot be read
        return None


def _remedy(status: int) -> str:
    if status in (404, 410):
        return "it is no longer there; an archived copy can be added as a file"
    return "open it in a browser and add a saved copy as a file"


def _body(response: "httpx.Response", url: str, size: int) -> Iterator[bytes]:
    """The body, unpacked piece by piece so that no piece grows beyond what is left of `size`."""
    stated = response.headers.get("content-length", "")
    too_large = _Refused(
        f"{url} is larger than {size // 1024**2 or 1} MiB", "add the part that is cited as a file"
    )
    if stated.isascii() and stated.isdigit() and int(stated) > size:
        raise too_large
    unpack = _unpacker(response.headers.get("content-encoding", "identity").strip().lower(), url)
    left = size
    for piece in response.iter_raw():
        data = unpack(piece, left + 1)
        left -= len(data)
        if left < 0:
            raise too_large
        yield data
        if isinstance(unpack, _Unpack) and unpack.ended:
            return
    if isinstance(unpack, _Unpack) and not unpack.whole:
        raise _Refused(f"{url} ended in the middle of its compressed text", "try again")


_GZIP = b"\x1f\x8b"


class _Unpack:
    """gzip, in one part or several, or deflate, with a bound on every step."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._stream = zlib.decompressobj(wbits=47)

    @property
    def whole(self) -> bool:
        """Whether the end of the compressed text was reached."""
        return self._stream.eof

    @property
    def ended(self) -> bool:
        """Whether what comes behind the end is no further part; browsers leave it, too."""
        behind = self._stream.unused_data[:2]
        return len(behind) == 2 and behind != _GZIP

    def __call__(self, data: bytes, bound: int) -> bytes:
        try:
            unpacked = self._stream.decompress(data, bound)
            while len(unpacked) < bound and self._stream.unused_data.startswith(_GZIP):
                part = self._stream.unused_data
                self._stream = zlib.decompressobj(wbits=47)
                unpacked += self._stream.decompress(part, bound - len(unpacked))
            return unpacked
        except zlib.error as error:
            raise _Refused(
                f"{self._url} is damaged: its compression cannot be undone ({error})",
                "try again, or add a saved copy as a file",
            ) from error


def _plain(data: bytes, _bound: int) -> bytes:
    return data


def _unpacker(encoding: str, url: str) -> Callable[[bytes, int], bytes]:
    if encoding in ("identity", ""):
        return _plain
    if encoding in ("gzip", "x-gzip", "deflate"):
        return _Unpack(url)
    raise _Refused(f"{url} is sent with the encoding {encoding!r}", "save it with a browser and add the file")
