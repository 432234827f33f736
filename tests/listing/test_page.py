"""The page that lists editions."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from briefgen.listing.entries import Entry, Health
from briefgen.listing.page import page


def entry(number: int, **more: object) -> Entry:
    base = Entry(f"b{number:02}", "desk", "k", ("html", "pdf"), "Desk", f"Brief {number}")
    return replace(base, **more)  # type: ignore[arg-type]


def test_the_page_does_not_depend_on_the_order_of_entries() -> None:
    entries = tuple(entry(number) for number in range(12))
    assert page(entries) == page(entries[::-1])


class Audit(HTMLParser):
    """Collects what a page names, fetches and labels."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []
        self.bare: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        told = dict(attributes)
        self.links += [value for key, value in attributes if key in ("href", "src") and value]
        self.ids += [told["id"] or ""] if "id" in told else []
        if tag in ("input", "select") and "label" not in self.open:
            self.bare.append(tag)
        if tag == "label":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "label":
            self.open.pop()


def test_the_page_is_labelled_and_fetches_from_its_own_folder_only() -> None:
    sick = Health(superseded=1, drifted=2, single=3)
    text = page(
        (entry(1, thumbnail=True, marking="TLP:RED", health=sick), entry(2, title='"><img src=//x.y>'))
    )
    audit = Audit()
    audit.feed(text)
    assert not audit.bare
    assert len(audit.ids) == len(set(audit.ids))
    assert audit.links
    assert all(re.match(r"(b\d\d|index\.thumbnails)/", link) for link in audit.links)
    assert "//" not in re.sub(r"<script>.*?</script>", "", text, flags=re.S).replace("src=//x.y", "")
    assert text.index("<table>")
    assert '<form id="filters" role="search" hidden>' in text
    assert 'data-health="drifted superseded single"' in text
