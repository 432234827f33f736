"""Whether the colours of a theme are colours and can be read: WCAG 2.2, success criterion 1.4.3 (contrast at least 4.5 to 1)."""

import colorsys
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LEAST = 4.5
PAIRS = (("accent", "paper"), ("ink", "paper"), ("muted", "paper"), ("accent-dark", "paper of dark screens"))
"""Tokens of text, and what they are printed on."""
DARK_PAPER = {"paper of dark screens": "#16171a"}
"""As `screen.css` has it: no token of its own."""
HEX = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Faint:
    """A colour that cannot be read on its ground: its ratio, and the nearest one of the same hue that can."""

    token: str
    value: str
    ground: str
    ratio: float
    better: str


def faint_colours(tokens: Mapping[str, str]) -> Iterator[Faint]:
    """Yield the colours of `tokens` that are too faint; colours not written as #rgb or #rrggbb are not judged."""
    tokens = {**tokens, **DARK_PAPER}
    for token, ground in PAIRS:
        colour, paper = parse(tokens.get(token, "")), parse(tokens.get(ground, ""))
        if colour and paper and contrast(colour, paper) < LEAST:
            yield Faint(
                token, tokens[token], tokens[ground], contrast(colour, paper), readable(colour, paper)
            )


def parse(text: str) -> Colour | None:
    """The colour that `text` writes in hexadecimal, None for any other form."""
    match = HEX.match(text.strip())
    if match is None:
        return None
    digits = match[1] if len(match[1]) == 6 else "".join(char * 2 for char in match[1])
    red, green, blue = (int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def is_colour(text: str) -> bool:
    """Whether CSS takes `text` as a colour (CSS Color 4)."""
    from tinycss2.color4 import parse_color

    return parse_color(text) is not None


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.2, "relative luminance")."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(colour: Colour, ground: Colour) -> str:
    """The colour of the same hue, as little darker or lighter as needed, that can be read on `ground`."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    towards = -1 if _luminance(ground) > 0.18 else 1
    for step in range(101):
        value = min(max(lightness + towards * step / 100, 0), 1)
        red, green, blue = colorsys.hls_to_rgb(hue, value, saturation)
        written = "#" + "".join(f"{round(part * 255):02x}" for part in (red, green, blue))
        if contrast(parse(written) or (0, 0, 0), ground) >= LEAST:
            return written
    return "#000000" if towards < 0 else "#ffffff"
