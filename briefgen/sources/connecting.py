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

from briefgen.sources.fetching import AGENT

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class AddressRefused(Exception):
    """The host has no public address."""


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
        permitted = [each for each in addresses if self._allow_private or is_public(each)]
        if not permitted:
            raise AddressRefused(f"{host} is a private address ({addresses[0]})")
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


def is_public(address: str) -> bool:
    """Whether an IP address is reachable by anybody: no private, loopback, link-local, shared or multicast one.

    Addresses that carry an IPv4 address inside (mapped, 6to4, NAT64) are judged by that one.
    """
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not ip.is_multicast
