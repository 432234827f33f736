"""No way out of the template folders, and no connection."""

from pathlib import Path

import pytest

from briefgen.pages.fetching import ABSENT, BASE_URL, OUTSIDE, TemplateFetcher, as_written


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
