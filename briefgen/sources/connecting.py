"""Connections for fetching: to checked addresses only, with one deadline for everything.

A slow server cannot stretch the time by sending a byte now and then, neither in its headers nor in its body.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

AGENT = "briefgen (archives cited sources)"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_OWN = tuple(
    ipaddress.ip_network(network)
    for network in (
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "fc00::/7", "::1/128",
    )
)  # fmt: skip
"""Networks that people run themselves, and this machine (RFC 1918, 4193, 6598)."""
_METADATA = frozenset({"100.100.100.200", "fd00:ec2::254", "fd20:ce::254"})
"""Where clouds hand out a machine's credentials, beside the link-local 169.254.169.254."""


class AddressRefused(Exception):
    """The host has no address that may be fetched from; `is_own`: it has one of a private network."""

    def __init__(self, message: str, is_own: bool) -> None:
        super().__init__(message)
        self.is_own = is_own


def client(allow_private: bool, seconds: float) -> httpx.Client:
    """A client that follows no redirect by itself, uses no proxy, and ends after `seconds`."""
    transport = _Transport(allow_private, seconds)
    headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate, identity", "Accept": "*/*"}
    return httpx.Client(
        transport=transport, trust_env=False, follow_redirects=False, headers=headers, timeout=seconds
    )


class _Transport(httpx.BaseTransport):
    """httpx over httpcore's pool, whose connections are made by `_Guard`."""

    def __init__(self, allow_private: bool, seconds: float) -> None:
        guard = _Guard(allow_private, time.monotonic() + seconds)
        self._pool = httpcore.ConnectionPool(ssl_context=httpx.create_ssl_context(), network_backend=guard)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Guard(httpcore.NetworkBackend):
    """Resolves a host, checks what it resolves to, and connects to the address that it checked."""

    def __init__(self, allow_private: bool, deadline: float) -> None:
        self._allow_private = allow_private
        self._deadline = deadline
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connects to a permitted address of `host`.

        Raises:
            AddressRefused: it has none.
            httpcore.ConnectError: it cannot be resolved or reached.
        """
        addresses = self._permitted(host, port)
        for address in addresses[:-1]:
            try:
                return self._connect(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError:
                continue
        return self._connect(addresses[-1], port, timeout, local_address, socket_options)

    def _permitted(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} has no address") from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        permitted = [each for each in addresses if is_public(each) or (self._allow_private and is_own(each))]
        if not permitted:
            own = [each for each in addresses if is_own(each)]
            kind = "private" if own else "private, link-local or otherwise special"
            raise AddressRefused(f"{host} is a {kind} address ({(own or addresses)[0]})", bool(own))
        return permitted

    def _connect(
        self,
        address: str,
        port: int,
        timeout: float | None,
        local_address: str | None,
        options: Iterable[Any] | None,
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, httpcore.ConnectTimeout, timeout)
        return _Timed(self._backend.connect_tcp(address, port, left, local_address, options), self._deadline)

    def sleep(self, seconds: float) -> None:
        """Waits, as the pool asks between attempts."""
        time.sleep(min(seconds, _left(self._deadline, httpcore.ConnectTimeout)))


class _Timed(httpcore.NetworkStream):
    """A stream whose every step counts against one deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline, httpcore.ReadTimeout, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline, httpcore.WriteTimeout, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = _left(self._deadline, httpcore.ConnectTimeout, timeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(deadline: float, late: type[Exception], timeout: float | None = None) -> float:
    """The seconds that the next step may take."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise late("the time is up")
    return left if timeout is None else min(left, timeout)


Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def _address(text: str) -> Address:
    """An IP address; one that carries an IPv4 address inside (mapped, 6to4, NAT64) is judged by that one."""
    ip = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        return inner or ip
    return ip


def is_public(address: str) -> bool:
    """Whether an IP address is reachable by anybody: no private, loopback, link-local, shared or multicast one."""
    ip = _address(address)
    return ip.is_global and not ip.is_multicast


def is_own(address: str) -> bool:
    """Whether an IP address is one of a private network or of this machine, and hands out no credentials."""
    ip = _address(address)
    return str(ip) not in _METADATA and any(ip in network for network in _OWN)
