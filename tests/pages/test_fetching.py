"""No way out of the template folders, and no connection."""

from pathlib import Path
from typing import Any

import pytest

from briefgen.pages import RemoteResource, Resources
from briefgen.pages.fetching import ABSENT, BASE_URL, OUTSIDE, TemplateFetcher, as_written
from tests.pages.setting import faults, fitted


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "templates" / "ministers"
    folder.mkdir(parents=True)
    (folder / "logo.png").write_bytes(b"x")
    (tmp_path / "templates" / "secret.png").write_bytes(b"x")
    (folder / "out.png").symlink_to(tmp_path / "templates" / "secret.png")
    return folder


@pytest.mark.parametrize("url", ["logo.png", "./logo.png", "logo.png?v=1", "logo%2Epng"])
def test_files_of_the_folder_are_read(url: str, root: Path) -> None:
    fetcher = TemplateFetcher((root,))
    response = fetcher.fetch(BASE_URL + url)
    assert (response.read(), response.content_type) == (b"x", "image/png")
    assert fetcher.refused == ()


def test_embedded_data_are_read() -> None:
    assert TemplateFetcher(()).fetch("DATA:text/plain,x").read() == b"x"


def test_the_first_folder_wins(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "default"
    other.mkdir()
    (other / "logo.png").write_bytes(b"other")
    assert TemplateFetcher((other, root)).fetch(BASE_URL + "logo.png").read() == b"other"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://example.com/x", OUTSIDE),
        ("https://templates.invalid/secret.png", OUTSIDE),
        ("file:///etc/passwd", OUTSIDE),
        ("ftp://example.com/x", OUTSIDE),
        ("jar:file:///x", OUTSIDE),
        (f"{BASE_URL}../secret.png", ABSENT),
        (f"{BASE_URL}%2e%2e/secret.png", ABSENT),
        (f"{BASE_URL}..%2fsecret.png", ABSENT),
        (f"{BASE_URL}/etc/passwd", ABSENT),
        (f"{BASE_URL}%2fetc%2fpasswd", ABSENT),
        (f"{BASE_URL}out.png", ABSENT),
        (f"{BASE_URL}none.png", ABSENT),
        (f"{BASE_URL}", ABSENT),
        (f"{BASE_URL}a%00b", ABSENT),
        (f"{BASE_URL}{'x' * 5000}", ABSENT),
    ],
)
def test_all_else_is_refused_and_listed(url: str, reason: str, root: Path) -> None:
    fetcher = TemplateFetcher((root,))
    for _ in range(2):
        with pytest.raises(ValueError, match="templat"):
            fetcher.fetch(url)
    (refusal,) = fetcher.refused
    assert (refusal.url, refusal.reason) == (as_written(url), reason)


REMOTE = "http://127.0.0.1:9/x.png"


@pytest.mark.parametrize(
    ("markup", "css"),
    [
        (f'<img alt="x" src="{REMOTE}">', ""),
        (f'<svg width="9" height="9"><title>x</title><image href="{REMOTE}" width="9" height="9"/></svg>', ""),
        (f'<img alt="x" src="data:image/svg+xml,&lt;svg xmlns=%27http://www.w3.org/2000/svg%27 width=%279%27 height=%279%27>&lt;image href=%27{REMOTE}%27 width=%279%27 height=%279%27/>&lt;/svg>">', ""),
        ("", f"body{{background:url({REMOTE})}}"),
        ("", f"@import '{REMOTE}';"),
        ("", f"@font-face{{font-family:X;src:url({REMOTE})}}body{{font-family:X}}"),
        ("", f"h1{{list-style-image:url({REMOTE});display:list-item}}"),
        (f'<a rel="attachment" href="{REMOTE}">x</a>', ""),
        (f'<object data="{REMOTE}"></object>', ""),
        (f'<embed src="{REMOTE}">', ""),
    ],
)  # fmt: skip
def test_nothing_is_fetched(specimen: Any, markup: str, css: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_arguments: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", connect)
    found = faults(specimen.copy(specimen.page(specimen.item("one"), more=markup)), css + specimen.css)
    assert [fault.url for fault in found.faults if isinstance(fault, RemoteResource)] == [REMOTE]


def test_files_below_the_template_folders_only(specimen: Any, tmp_path: Path) -> None:
    square = (
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
    )
    inner, outer = tmp_path / "templates" / "a", tmp_path / "templates"
    inner.mkdir(parents=True)
    (inner / "in.svg").write_bytes(square)
    (outer / "out.svg").write_bytes(square)
    resources = Resources(roots=(inner,))

    def asking(url: str) -> Any:
        return specimen.copy(specimen.page(specimen.item("one"), more=f'<img alt="x" src="{url}">'))

    assert fitted(asking("in.svg"), specimen.css, resources=resources).fit.pages == 1
    for url, reason in [("../out.svg", OUTSIDE), ((outer / "out.svg").as_uri(), OUTSIDE), ("no.svg", ABSENT)]:
        found = faults(asking(url), specimen.css, resources=resources).faults
        assert {fault.reason for fault in found if isinstance(fault, RemoteResource)} == {reason}


def test_the_folder_of_a_workspace_is_not_in_the_bytes(specimen: Any, tmp_path: Path) -> None:
    from PIL import Image

    outcomes = []
    for folder in (tmp_path / "one", tmp_path / "another"):
        folder.mkdir()
        Image.new("RGB", (4, 4), "red").save(folder / "dot.png")
        html = specimen.page(specimen.item("one"), more='<img alt="x" src="dot.png">')
        outcomes.append(fitted(specimen.copy(html), specimen.css, resources=Resources(roots=(folder,))).pdf)
    assert outcomes[0] == outcomes[1]
    assert str(tmp_path).encode() not in outcomes[0]
