"""Makes briefgen/fonts/ out of the typefaces' own releases; run only when a release changes.

    npm pack source-serif@4.5.1 @ibm/plex-sans@1.1.0 @ibm/plex-sans-arabic@1.1.0   # then unpack each
    python scripts/fonts.py SOURCE_SERIF PLEX_SANS PLEX_SANS_ARABIC                # the unpacked folders

The faces for print are the releases' own files; those that come as WOFF are unwrapped, not changed. The web faces
are cut down by script, so that an HTML edition carries only what it needs; they are changed versions in the sense
of the Open Font License, hence bear no reserved name. The same releases and fontTools give the same bytes.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "briefgen" / "fonts"
SERIF = {
    "Serif": "TTF/SourceSerif4SmText-Regular.ttf",
    "SerifItalic": "TTF/SourceSerif4SmText-It.ttf",
    "SerifBold": "TTF/SourceSerif4SmText-Semibold.ttf",
    "SerifBoldItalic": "TTF/SourceSerif4SmText-SemiboldIt.ttf",
    "SerifDisplay": "TTF/SourceSerif4Display-Semibold.ttf",
}
SANS = {
    "Sans": "fonts/complete/woff/IBMPlexSans-Regular.woff",
    "SansItalic": "fonts/complete/woff/IBMPlexSans-Italic.woff",
    "SansBold": "fonts/complete/woff/IBMPlexSans-SemiBold.woff",
    "SansBoldItalic": "fonts/complete/woff/IBMPlexSans-SemiBoldItalic.woff",
}
ARABIC = {
    "Arabic": "fonts/complete/woff/IBMPlexSansArabic-Regular.woff",
    "ArabicBold": "fonts/complete/woff/IBMPlexSansArabic-SemiBold.woff",
}
SCRIPTS = {
    "latin": [
        (0x20, 0x17F),
        (0x1E9E, 0x1E9E),
        (0x218, 0x21B),
        (0x2BB, 0x2DD),
        (0x300, 0x304),
        (0x2000, 0x22FF),
    ],
    "latin-ext": [(0x180, 0x217), (0x21C, 0x2BA), (0x305, 0x36F), (0x1E00, 0x1E9D), (0x1E9F, 0x1EFF)],
    "cyrillic": [(0x400, 0x52F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)],
    "greek": [(0x370, 0x3FF), (0x1F00, 0x1FFF)],
    "arabic": [
        (0x600, 0x6FF),
        (0x750, 0x77F),
        (0x8A0, 0x8FF),
        (0xFB50, 0xFDFF),
        (0xFE70, 0xFEFF),
        (0x200C, 0x200F),
    ],
}
"""Code points by script; `briefgen.fonts.SCRIPTS` names the same ranges to browsers."""
FEATURES = ["calt", "ccmp", "fina", "init", "isol", "kern", "liga", "locl", "mark", "medi", "mkmk", "onum", "pnum",
            "rlig", "smcp", "c2sc", "sups", "tnum", "lnum"]  # fmt: skip


def unwrapped(path: Path) -> TTFont:
    """The font as released, without WOFF's compression around it."""
    font = TTFont(path, recalcTimestamp=False, recalcBBoxes=False)
    font.flavor = None
    return font


def cut(path: Path, ranges: list[tuple[int, int]], name: str) -> TTFont | None:
    """The font with the characters of `ranges` only, without hints and reserved names; None if it has none."""
    font = TTFont(path, recalcTimestamp=False)
    wanted = {code for low, high in ranges for code in range(low, high + 1)} & set(font.getBestCmap())
    if len(wanted) < 2:
        return None
    options = Options(hinting=False, layout_features=FEATURES, name_IDs=[0, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    for record, text in ((1, name), (2, "Regular"), (4, name), (6, name.replace(" ", ""))):
        font["name"].setName(text, record, 3, 1, 0x409)
    font.flavor = "woff2"
    return font


def main(serif: Path, sans: Path, arabic: Path) -> None:
    """Writes every face, whole for print and by script for browsers."""
    (FONTS / "web").mkdir(parents=True, exist_ok=True)
    faces = {
        name: root / path
        for root, group in ((serif, SERIF), (sans, SANS), (arabic, ARABIC))
        for name, path in group.items()
    }
    for name, path in faces.items():
        if path.suffix == ".ttf":
            (FONTS / f"{name}.ttf").write_bytes(path.read_bytes())
        else:
            unwrapped(path).save(FONTS / f"{name}.ttf", reorderTables=False)
        for script, ranges in SCRIPTS.items():
            if (script == "arabic") != name.startswith("Arabic"):
                continue
            font = cut(path, ranges, f"Briefgen {name} {script}")
            if font is not None:
                font.save(FONTS / "web" / f"{name}-{script}.woff2")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
