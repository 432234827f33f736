"""The typefaces that ship: Source Serif 4 and IBM Plex Sans with its Arabic, as files and as `@font-face` rules.

One family name a file: the layout engine mixes up glyphs of two files that share a family. `scripts/fonts.py` makes
the files; both typefaces are under the SIL Open Font License 1.1, which stands beside them.
"""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
FACES: Final = (
    "Serif", "SerifItalic", "SerifBold", "SerifBoldItalic", "SerifDisplay",
    "Sans", "SansItalic", "SansBold", "SansBoldItalic", "Arabic", "ArabicBold",
)  # fmt: skip
SCRIPTS: Final = {
    "latin": (
        (0x20, 0x17F),
        (0x1E9E, 0x1E9E),
        (0x218, 0x21B),
        (0x2BB, 0x2DD),
        (0x300, 0x304),
        (0x2000, 0x22FF),
    ),
    "latin-ext": ((0x180, 0x217), (0x21C, 0x2BA), (0x305, 0x36F), (0x1E00, 0x1E9D), (0x1E9F, 0x1EFF)),
    "cyrillic": ((0x400, 0x52F), (0x2DE0, 0x2DFF), (0xA640, 0xA69F)),
    "greek": ((0x370, 0x3FF), (0x1F00, 0x1FFF)),
    "arabic": (
        (0x600, 0x6FF),
        (0x750, 0x77F),
        (0x8A0, 0x8FF),
        (0xFB50, 0xFDFF),
        (0xFE70, 0xFEFF),
        (0x200C, 0x200F),
    ),
}
"""Code points that a browser looks for in each web face."""


def family(face: str) -> str:
    """The CSS family name of a face: `Briefgen Serif Bold Italic` for `SerifBoldItalic`."""
    return "Briefgen" + "".join(f" {letter}" if letter.isupper() else letter for letter in face)


@cache
def print_css() -> str:
    """`@font-face` rules of every face, with file names relative to `FOLDER`."""
    return "".join(f'@font-face{{font-family:"{family(face)}";src:url({face}.ttf)}}\n' for face in FACES)


def scripts_of(text: str) -> tuple[str, ...]:
    """The scripts of `SCRIPTS` that `text` is written in, Latin always (figures and blanks stand in it)."""
    points = set(map(ord, text))
    return tuple(
        script
        for script, ranges in SCRIPTS.items()
        if script == "latin" or any(low <= point <= high for point in points for low, high in ranges)
    )


@cache
def _web_face(face: str, script: str) -> str:
    path = FOLDER / "web" / f"{face}-{script}.woff2"
    if not path.exists():
        return ""
    data = b64encode(path.read_bytes()).decode("ascii")
    ranges = ",".join(f"U+{low:X}-{high:X}" for low, high in SCRIPTS[script])
    return (
        f'@font-face{{font-family:"{family(face)}";unicode-range:{ranges};font-display:swap;'
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}\n"
    )


def web_css(faces: tuple[str, ...], text: str) -> str:
    """`@font-face` rules of `faces` with the fonts inside (`data:`), for the scripts that `text` needs."""
    scripts = scripts_of(text)
    return "".join(_web_face(face, script) for face in faces for script in scripts)
