"""References in citation styles, as pieces that a template prints."""

from pathlib import Path

import pytest

from briefgen.editions.direction import direction_of_text
from briefgen.editions.referencing import referenced
from briefgen.editions.view import Run, SourceView
from briefgen.models.sources import SourceRecord
from briefgen.sources.library import Source

URL = "https://example.org/a?b=1&c=2"
ENTRIES: dict[str, dict[str, object]] = {
    "post": {"title": "Quay <closed>", "container-title": "The Post", "author": [{"family": "Roe", "given": "Jo"}], "issued": "2026-05-04", "URL": URL},
    "bare": {"title": "A notice"},
}  # fmt: skip
SOURCES = {
    name: Source(
        SourceRecord.model_validate(
            {"id": name, "file": f"{name}.txt", "type": "article-newspaper", **entry}
        ),
        Path(name),
        "seeds/sources.yaml",
        (),
    )
    for name, entry in ENTRIES.items()
}


def view(name: str, letter: str) -> SourceView:
    record = SOURCES[name].record
    return SourceView(
        id=name, letter=letter, title=record.title, authors=(), publisher=None, container=None, issued=None, accessed=None, url=record.URL,
        language=None, direction=direction_of_text(record.title), type=record.type, descriptor=None, reliability=None, marking="TLP:CLEAR",
        sha256=None, notes=(1,),
    )  # fmt: skip


VIEWS = (view("post", "A"), view("bare", "B"))


def test_notes_change_nothing() -> None:
    assert referenced(VIEWS, SOURCES, "notes", "en", "ltr") == VIEWS
    assert referenced((), SOURCES, "apa", "en", "ltr") == ()


@pytest.mark.parametrize(
    ("style", "order", "text"),
    [
        ("apa", ["bare", "post"], f"Roe, J. (2026, May 4). Quay <closed>. The Post. {URL}"),
        (
            "ieee",
            ["post", "bare"],
            f"J. Roe, “Quay <closed>”, The Post, May 4, 2026. [Online]. Available: {URL}",
        ),
    ],
)
def test_references_in_the_order_of_the_style(style: str, order: list[str], text: str) -> None:
    listed = referenced(VIEWS, SOURCES, style, "en", "ltr")
    assert [each.id for each in listed] == order
    post = next(each for each in listed if each.id == "post")
    assert "".join(run.text for run in post.reference) == text
    assert [run for run in post.reference if run.form != "plain"] == [
        Run("The Post", "emphasis"),
        Run(URL, "link"),
    ]
    assert post.letter == "A"


def test_a_missing_date_is_nd() -> None:
    bare = referenced(VIEWS[1:], SOURCES, "chicago-notes", "en-US", "ltr")[0]
    assert "".join(run.text for run in bare.reference) == "“A notice”. n.d."
