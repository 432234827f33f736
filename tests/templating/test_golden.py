"""Golden HTML: what the shipped audiences make of briefs of the gallery, byte for byte.

After a change that is meant, write the files anew with `BRIEFGEN_WRITE_GOLDEN=1 pytest tests/templating/test_golden.py`
and read the difference before it is committed.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.diagnostics import Finding
from briefgen.templating import Rendered

HERE = Path(__file__).parent
GALLERY = HERE.parent / "examples" / "gallery"
EDITIONS = [
    ("grid-outage", "evidence", "html"),
    ("reservoir-levels", "modern", "pdf"),
    ("long-shore", "executive", "pdf"),
    ("reservoir-levels", "analyst", "pdf"),
    ("reservoir-levels", "public", "html"),
]


@pytest.mark.parametrize(("brief", "audience", "target"), EDITIONS)
def test_the_default_templates_make_this(
    render_workspace: Callable[..., Rendered | Finding], brief: str, audience: str, target: str
) -> None:
    rendered = render_workspace(GALLERY, audience, brief, target=target)
    assert isinstance(rendered, Rendered)
    head, _, rest = rendered.html.partition("<style>")
    html = head + rest.partition("</style>")[2]
    assert html.count('data-item="') > 1, "an edition of nothing shows nothing"
    golden = HERE / "golden" / f"{brief}.{audience}.{target}.html"
    if os.environ.get("BRIEFGEN_WRITE_GOLDEN"):
        golden.write_text(html, encoding="utf-8")
    assert html == golden.read_text(encoding="utf-8")
