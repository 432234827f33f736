"""The reference pages of docs/ are what the code says."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
import reference  # type: ignore[import-not-found]


@pytest.mark.parametrize("name", reference.PAGES)
def test_a_page_is_current(name: str) -> None:
    written = (reference.ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == reference.PAGES[name](), "run scripts/reference.py"
