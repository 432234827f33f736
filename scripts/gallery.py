"""Builds the gallery: every example edition as PDF and HTML, and one page of thumbnails to look over.

    python scripts/gallery.py [FOLDER]      # default: build/gallery; open its index.html

Exit code 1 where an edition has a fault; what is sound is built all the same.
"""

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pypdfium2

from briefgen.audiences import resolve
from briefgen.building.production import produce
from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "tests" / "examples" / "gallery"
DPI = 150
STYLE = """
body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; background: #e8e6e2; color: #222 }
main { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 2rem }
figure { margin: 0 }
img { width: 100%; background: #fff; box-shadow: 0 1px 6px #0004 }
"""


def wanted() -> Iterator[tuple[Path, str, str]]:
    """(workspace, brief, audience): the repository's own briefs for `default`, then the list of the gallery."""
    yield from ((ROOT, brief, "default") for brief in open_workspace(ROOT).brief_ids())
    for line in (GALLERY / "editions.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            brief, audience = line.split()
            yield GALLERY, brief, audience


def build(workspace_root: Path, brief: str, audience: str, folder: Path) -> list[str]:
    """Writes one edition and its pictures; returns the names of the pictures, none where it has a fault."""
    workspace = open_workspace(workspace_root)
    case = inspect(workspace, (brief,)).briefs[0].case
    if case is None:
        return []
    produced = produce(case, resolve(workspace, audience), ("html", "pdf"))
    for finding in produced.findings:
        print(f"{brief} for {audience}: {finding.rule}: {finding.message}", file=sys.stderr)
    for format_, content in produced.files.items():
        (folder / f"{brief}.{audience}.{format_}").write_bytes(content)
    return pictures(folder / f"{brief}.{audience}.pdf") if produced.files else []


def pictures(path: Path) -> list[str]:
    """Writes each page of a PDF as PNG beside it; returns their names."""
    names = []
    with pypdfium2.PdfDocument(path) as document:
        for number in range(len(document)):
            names.append(f"{path.stem}-{number + 1}.png")
            document[number].render(scale=DPI / 72).to_pil().save(path.parent / names[-1])
    return names


def main(folder: Path) -> int:
    """Builds everything and the page of thumbnails."""
    folder.mkdir(parents=True, exist_ok=True)
    figures, failed = [], False
    for root, brief, audience in wanted():
        names = build(root, brief, audience, folder)
        failed = failed or not names
        figures += [
            f'<figure><a href="{brief}.{audience}.pdf"><img src="{name}" alt="{escape(name)}" loading="lazy"></a>'
            f'<figcaption>{brief} · {audience} · <a href="{brief}.{audience}.html">HTML</a></figcaption></figure>'
            for name in names
        ]
    page = (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>{STYLE}</style>'
    )
    (folder / "index.html").write_text(f"{page}<main>{''.join(figures)}</main></html>", encoding="utf-8")
    print(folder / "index.html")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "gallery"))
