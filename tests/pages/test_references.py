"""What a page would fetch, in every way that a page can ask for it."""

from pathlib import Path

import pytest

from briefgen.pages.references import ABSENT, ATTACHED, NAVIGATED, OUTSIDE, forbidden, urls_in

REMOTE = "http://example.com/x"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "templates" / "ministers"
    folder.mkdir(parents=True)
    (folder / "logo.png").write_bytes(b"x")
    (tmp_path / "templates" / "secret.png").write_bytes(b"x")
    (folder / "out.png").symlink_to(tmp_path / "templates" / "secret.png")
    return folder


@pytest.mark.parametrize(
    "markup",
    [
        f'<img src="{REMOTE}">',
        f'<img src="data:," srcset="data:image/gif;base64,AA 1x, {REMOTE} 2x">',
        f'<img srcset="{REMOTE}, data:x;base64,AA 2x">',
        f'<picture><source srcset="{REMOTE}"></picture>',
        f'<iframe src="{REMOTE}"></iframe>',
        f"<iframe srcdoc=\"<img src='{REMOTE}'>\"></iframe>",
        f'<script src="{REMOTE}"></script>',
        f'<embed src="{REMOTE}">',
        f'<object data="{REMOTE}"></object>',
        f'<video poster="{REMOTE}"></video>',
        f'<audio src="{REMOTE}"></audio>',
        f'<track src="{REMOTE}">',
        f'<input type="image" src="{REMOTE}">',
        f'<link rel="stylesheet" href="{REMOTE}">',
        f'<link rel="icon" href="{REMOTE}">',
        f'<link rel="preload" href="{REMOTE}">',
        f'<link href="{REMOTE}">',
        f'<base href="{REMOTE}">',
        f'<table background="{REMOTE}"></table>',
        f'<p style="background:url({REMOTE})">',
        f"<p style=\"background:image-set('{REMOTE}' 1x)\">",
        f"<style>@import '{REMOTE}';</style>",
        f"<style>@media screen{{p{{background:u\\72l({REMOTE})}}}}</style>",
        f"<style>p{{background:\\000075 rl({REMOTE})}}</style>",
        f"<style>p{{background:u\\rl({REMOTE})}}</style>",
        f"<style>@\\69mport '{REMOTE}'</style>",
        f"<style>@font-face{{src:url({REMOTE})}}</style>",
        f'<svg><image href="{REMOTE}"/></svg>',
        f'<svg><image xlink:href="{REMOTE}"/></svg>',
        f'<svg><use href="{REMOTE}"/></svg>',
        f'<svg><rect fill="url({REMOTE})"/></svg>',
        f'<svg><style>rect{{fill:url({REMOTE})}}</style></svg>',
        f'<svg><script href="{REMOTE}"></script></svg>',
        f'<a ping="{REMOTE}" href="#x">x</a>',
    ],
)  # fmt: skip
def test_every_way_to_ask_is_seen(markup: str, root: Path) -> None:
    (fault,) = forbidden(f"<body>{markup}", (root,))
    assert fault.url == REMOTE
    assert fault.reason == OUTSIDE


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("//example.com/x", OUTSIDE),
        ("file:///etc/passwd", OUTSIDE),
        ("/etc/passwd", OUTSIDE),
        ("../secret.png", OUTSIDE),
        ("a/../../secret.png", OUTSIDE),
        ("%2e%2e/secret.png", ABSENT),
        ("..%2fsecret.png", ABSENT),
        ("out.png", ABSENT),
        ("none.png", ABSENT),
        ("ht\ntp://example.com/x", OUTSIDE),
        ("jav\tascript:alert(1)", OUTSIDE),
        ("http://[", OUTSIDE),
    ],
)
def test_no_way_out_of_the_folders(url: str, reason: str, root: Path) -> None:
    (fault,) = forbidden(f'<img src="{url}">', (root,))
    assert fault.reason == reason


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="logo.png">',
        '<img src="./logo.png?v=1">',
        '<img src="data:image/png;base64,AAAA">',
        f'<a href="{REMOTE}">plain link</a>',
        '<svg><use href="#shape"/></svg>',
        f'<link rel="canonical" href="{REMOTE}">',
        "<style>@namespace svg url(http://www.w3.org/2000/svg);p{fill:url(#x)}</style>",
        f'<p title="url({REMOTE})" data-note="url({REMOTE})">url({REMOTE})</p>',
    ],
)
def test_what_may_stand_on_a_page(markup: str, root: Path) -> None:
    assert forbidden(markup, (root,)) == ()


def test_attachments_and_refreshes_are_refused_wherever_they_point(root: Path) -> None:
    faults = forbidden(
        '<link rel="attachment" href="logo.png"><a rel="Attachment" href="out.png">x</a>'
        '<meta http-equiv="Refresh" content="0;url=logo.png">',
        (root,),
    )
    assert [fault.reason for fault in faults] == [ATTACHED, ATTACHED, NAVIGATED]


def test_stylesheets_are_read_as_well(root: Path) -> None:
    (fault,) = forbidden("<p>x", (root,), (f"p{{background:url('{REMOTE}')}}",))
    assert fault.url == REMOTE


def test_urls_of_a_stylesheet() -> None:
    assert urls_in("p{color:red}") == ()
    assert urls_in('@import "a.css";@import url(b.css);p{background:url(c.png),url("d.png")}') == (
        "a.css",
        "b.css",
        "c.png",
        "d.png",
    )
