"""Markdown: its words without its markup, and what it says of itself above them."""

import pytest

from briefgen.sources.extracted import Extracted
from briefgen.sources.extraction import extract_bytes
from briefgen.sources.front_matter import body_of
from briefgen.sources.metadata import read_metadata
from briefgen.sources.metadata_fields import Metadata
from tests.processor import within_seconds


def text_of(text: str) -> str:
    extracted = extract_bytes(text.encode(), ".md")
    assert isinstance(extracted, Extracted), extracted
    return extracted.text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Fell by 5%.[^1] More.\n\n[^1]: The ministry\n    of trade.\n", "Fell by 5%.¹ More.\n\n¹: The ministry of trade."),
        ("Up[^12] [^note]\n\n[^note]: In May.\n", "Up¹² [^note]\n\n[^note]: In May."),
        ("`[^1]` and \\[^1] and [^ 1] and [^<b>]", "[^1] and [^1] and [^ 1] and [^]"),
        ("[a][b] [^c\n\n[b]: http://x.org\n", "a [^c"),
        ("---\n\nAfter a rule\n\n---\n\nmore", "After a rule\n\nmore"),
        ("---\nA line\n---\n", "A line"),
        ("---\n# made by hand\ntitle: X\n---\nText", "Text"),
        ("---\n---\nText", "Text"),
        ("---\n\"my key\": X\n...\nText", "Text"),
        ('+++\ntitle = "X"\n+++\n\nText', "Text"),
        ("+++\nno front matter\n+++\n", "+++ no front matter +++"),
    ],
)  # fmt: skip
def test_the_words_of_markdown(written: str, text: str) -> None:
    assert text_of(written) == text


@pytest.mark.parametrize(("mark", "sign"), [("---", ":"), ("+++", "=")])
def test_front_matter_without_an_end_takes_no_long_search(mark: str, sign: str) -> None:
    text = f"{mark}\na{sign * 20_000}\n" + "x\n" * 10_000
    with within_seconds(2):
        assert body_of(text) == text


def test_what_front_matter_says() -> None:
    yaml = b"---\ntitle: The report\nauthor:\n  - name: Ann Lee\n  - Bo Roe\n  - [x]\n---\nText"
    assert read_metadata(yaml, ".md") == Metadata(
        "The report", ({"literal": "Ann Lee"}, {"literal": "Bo Roe"})
    )
    toml = b'+++\ntitle = "The report"\nauthors = ["Ann Lee"]\ndate = 2024-09-27T10:00:00Z\nlang = "en"\n+++\nText'
    assert read_metadata(toml, ".md") == Metadata(
        "The report", ({"literal": "Ann Lee"},), "2024-09-27", None, "en"
    )
    assert read_metadata(b"+++\ntitle = \n+++\nText", ".md") == Metadata()
    assert read_metadata(b"---\ntitle: &a X\n---\nText", ".md") == Metadata()
