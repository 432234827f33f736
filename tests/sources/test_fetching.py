"""Fetching against a server that does everything wrong."""

import contextlib
import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from briefgen.sources.connecting import AddressRefused, _Guard, is_own, is_public
from briefgen.sources.fetching import Fetched, FetchFault, Limits, Validators, fetch
from tests.sources.conftest import Web

SMALL = Limits(size=10_000, seconds=1.0, redirects=3)


def fetched(url: str, known: Validators | None = None, limits: Limits = SMALL) -> Fetched:
    answer = fetch(url, known, allow_private=True, limits=limits)
    assert isinstance(answer, Fetched), answer
    return answer


def refused(url: str, allow_private: bool = True, limits: Limits = SMALL) -> str:
    answer = fetch(url, allow_private=allow_private, limits=limits)
    assert isinstance(answer, FetchFault), answer
    assert answer.help
    return answer.message


def test_a_page_and_its_validators(web: Web) -> None:
    url = web.page(
        "/a",
        b"<p>text",
        "text/html; charset=utf-8",
        ETag='"1"',
        Last_Modified="Mon, 02 Sep 2024 10:00:00 GMT",
    )
    answer = fetched(url)
    assert (answer.data, answer.content_type, answer.charset, answer.url) == (
        b"<p>text",
        "text/html",
        "utf-8",
        url,
    )
    assert answer.validators == Validators('"1"', "Mon, 02 Sep 2024 10:00:00 GMT")


def test_a_conditional_request_and_304(web: Web) -> None:
    url = web.page("/a", b"", status=304, ETag='"1"')
    assert fetched(url, Validators('"1"', "Mon, 02 Sep 2024 10:00:00 GMT")).data is None
    sent = web.requests[-1][1]
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"1"', "Mon, 02 Sep 2024 10:00:00 GMT")


def test_redirects_are_followed_to_the_end(web: Web) -> None:
    target = web.page("/end", b"text")
    web.page("/one", b"", status=301, Location="two")
    web.page("/two", b"", status=307, Location=target)
    answer = fetched(web.url + "/one")
    assert (answer.url, answer.data) == (target, b"text")


def test_redirect_loops_and_chains(web: Web) -> None:
    web.page("/a", b"", status=302, Location="/b")
    web.page("/b", b"", status=302, Location="/a")
    assert "circle" in refused(web.url + "/a")
    for number in range(9):
        web.page(f"/{number}", b"", status=302, Location=f"/{number + 1}")
    assert "more than 3 times" in refused(web.url + "/0")


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://example.org/x",
        "data:text/plain,x",
        "gopher://x/",
        "http://u:p@127.0.0.1/",
    ],
)
def test_no_redirect_leaves_the_web(web: Web, target: str) -> None:
    web.page("/a", b"", status=302, Location=target)
    assert refused(web.url + "/a")
    assert [path for path, _ in web.requests] == ["/a"]


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "ftp://example.org",
        "javascript:1",
        "//example.org",
        "http://",
        "http://u:p@example.org/",
    ],
)
def test_only_plain_web_addresses(url: str) -> None:
    assert "http" in refused(url) or "password" in refused(url)


@pytest.mark.parametrize("status", [404, 410, 403, 500, 204])
def test_statuses_that_are_no_document(web: Web, status: int) -> None:
    assert str(status) in refused(web.page("/a", b"", status=status))


def test_sizes_stated_and_unstated(web: Web) -> None:
    assert "larger" in refused(web.page("/stated", b"x" * 10_001))

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with contextlib.suppress(OSError):
            while True:
                handler.wfile.write(b"x" * 10_000)

    web.answers["/endless"] = endless
    assert "larger" in refused(web.url + "/endless")


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_packed_bodies_are_unpacked_within_the_limit(web: Web, pack: Callable[[bytes], bytes]) -> None:
    encoding = "gzip" if pack is gzip.compress else "deflate"
    assert fetched(web.page("/a", pack(b"text"), Content_Encoding=encoding)).data == b"text"
    assert "larger" in refused(
        web.page("/b", pack(b"x" * 50_000_000), Content_Encoding=encoding), limits=Limits(200_000, 5.0)
    )


@pytest.mark.parametrize("encoding", ["gzip, gzip", "br", "nonsense"])
def test_other_encodings_are_refused(web: Web, encoding: str) -> None:
    message = refused(web.page("/a", gzip.compress(gzip.compress(b"x")), Content_Encoding=encoding))
    assert message == f"{web.url}/a is sent with the encoding {encoding!r}"


def test_a_page_in_several_compressed_parts_is_received_whole(web: Web) -> None:
    parts = gzip.compress(b"The quay") + gzip.compress(b" is closed.")
    padded = web.page("/a", parts + b"\0" * 9_000, Content_Encoding="gzip")
    assert fetched(padded).data == b"The quay is closed."


def test_nothing_is_read_behind_the_end_of_a_compressed_body(web: Web) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/plain")
        handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        handler.wfile.write(gzip.compress(b"The quay is closed."))
        with contextlib.suppress(OSError):
            while True:
                handler.wfile.write(b"\0" * 10_000)

    web.answers["/endless"] = endless
    assert fetched(web.url + "/endless").data == b"The quay is closed."


def test_damaged_compression(web: Web) -> None:
    assert f"{web.url}/a is damaged" in refused(web.page("/a", b"no gzip", Content_Encoding="gzip"))
    assert "in the middle" in refused(
        web.page("/b", gzip.compress(b"text" * 99)[:-9], Content_Encoding="gzip")
    )


def test_a_body_shorter_than_stated(web: Web) -> None:
    def cut(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ntext")

    web.answers["/a"] = cut
    assert "could not be fetched" in refused(web.url + "/a")


def drip(head: bytes, piece: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answers `head`, then `piece` every 50 ms until the client goes away."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        with contextlib.suppress(OSError):
            handler.wfile.write(head)
            for _ in range(200):
                handler.wfile.write(piece)
                handler.wfile.flush()
                time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    ("head", "piece"), [(b"HTTP/1.1 200 OK\r\n\r\n", b"x"), (b"HTTP/1.1 200 OK\r\n", b"X-Slow: 1\r\n")]
)
def test_slow_bodies_and_slow_headers_end_in_time(web: Web, head: bytes, piece: bytes) -> None:
    web.answers["/slow"] = drip(head, piece)
    assert "took more than 0.3 seconds" in refused(web.url + "/slow", limits=Limits(10_000, 0.3))


def test_a_server_that_says_nothing_and_one_that_babbles() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        assert "took more than" in refused(address, limits=Limits(10_000, 0.3))

        def babble() -> None:
            connection, _ = server.accept()  # the one that was never answered
            connection.close()
            connection, _ = server.accept()
            connection.sendall(b"\0\1\2 no http\r\n\r\n")
            connection.close()

        threading.Thread(target=babble, daemon=True).start()
        assert "could not be fetched" in refused(address)


def test_nobody_listens() -> None:
    assert "could not be fetched" in refused("http://127.0.0.1:1/")
    assert "could not be fetched" in refused("http://no-such-host.invalid/")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "0.0.0.0",
        "10.0.0.1",
        "169.254.169.254",
        "192.168.1.1",
        "[::ffff:127.0.0.1]",
        "2130706433",
        "0x7f.1",
    ],
)
def test_private_addresses_are_refused(host: str) -> None:
    assert "private" in refused(f"http://{host}/", allow_private=False)


def test_a_redirect_to_a_private_address_is_refused(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    target = web.page("/secret", b"secret")
    web.page("/a", b"", status=302, Location=target.replace("127.0.0.1", "localhost"))
    answers = iter([True, False])
    monkeypatch.setattr("briefgen.sources.connecting.is_public", lambda address: next(answers))
    assert "private" in refused(web.url + "/a", allow_private=False)
    assert [path for path, _ in web.requests] == ["/a"]


def test_the_connection_goes_to_the_address_that_was_checked(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(web.url.rpartition(":")[2])
    answers = iter([[(2, 1, 6, "", ("93.184.216.34", port))], [(2, 1, 6, "", ("127.0.0.1", port))]])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: next(answers))
    guard = _Guard(allow_private=False, deadline=time.monotonic() + 1)
    assert guard._permitted("rebinding.example", port) == ["93.184.216.34"]
    with pytest.raises(AddressRefused):
        guard._permitted("rebinding.example", port)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("::1", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("100.64.0.1", False), ("169.254.1.1", False), ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:10.0.0.1", False), ("224.0.0.1", False),
        ("2002:7f00:1::", False), ("64:ff9b::7f00:1", False), ("64:ff9b::5db8:d822", True), ("0.0.0.0", False), ("255.255.255.255", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "[fe80::1]", "[fd00:ec2::254]", "100.100.100.200", "0.0.0.0", "224.0.0.1"]
)
def test_the_flag_for_private_addresses_does_not_reach_special_ones(host: str) -> None:
    answer = fetch(f"http://{host}/", allow_private=True, limits=SMALL)
    assert isinstance(answer, FetchFault)
    assert "special address" in answer.message
    assert "--allow-private" not in answer.help


def test_a_redirect_from_a_private_to_a_special_address_is_refused(web: Web) -> None:
    web.page("/a", b"", status=302, Location="http://169.254.169.254/latest/meta-data/")
    assert "special address" in refused(web.url + "/a", allow_private=True)


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("127.0.0.1", True), ("::1", True), ("10.1.2.3", True), ("172.31.0.1", True), ("192.168.1.1", True), ("100.64.0.1", True),
        ("fd00::1", True), ("::ffff:10.0.0.1", True), ("::ffff:169.254.169.254", False), ("64:ff9b::a9fe:a9fe", False),
        ("172.32.0.1", False), ("240.0.0.1", False), ("198.18.0.1", False), ("93.184.216.34", False), ("::", False),
    ],
)  # fmt: skip
def test_which_addresses_are_of_an_own_network(address: str, own: bool) -> None:
    assert is_own(address) is own
