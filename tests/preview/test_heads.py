"""The list of the preview: titles and dates as they are saved, the last sound ones of a broken file."""

from pathlib import Path

from briefgen.preview.heads import Head, Heads
from briefgen.preview.pages import listing


def test_title_and_date_are_those_of_the_file(tmp_path: Path) -> None:
    path, heads = tmp_path / "port.yaml", Heads()
    assert heads.of(path, "port") == Head("port")
    path.write_text("title: Port <closed>\nas_of: 2031-06\n")
    assert heads.of(path, "port") == Head("Port <closed>", "2031-06")
    path.write_text("title: {en: Port opened, fr: Port}\nas_of: 2031-06\nprepared: 2031-06-07\n")
    assert heads.of(path, "port") == Head("Port opened", "2031-06-07")
    path.write_text("title: [\n")
    assert heads.of(path, "port") == Head("Port opened", "2031-06-07")
    path.write_text("subtitle: x\nprepared: [2031]\n")
    assert heads.of(path, "port") == Head("port")


def test_a_brief_is_listed_once_with_all_its_audiences() -> None:
    page = listing([("port", "desk"), ("port", "press")], {"port": Head("Port <closed>", "2031-06")})
    assert page.count("Port &lt;closed&gt;") == 1
    assert "(port, 2031-06)" in page
    assert '<a href="/view/port/desk">desk</a>, <a href="/view/port/press">press</a>' in page
    assert "no brief yet" in listing([], {})
