"""What takes the place of some of the layout engine's own functions: the same results with less work.

Read against the releases that `briefgen.pages.tuning` names. Results that follow from a style alone are kept on the
style; the engine copies a style before it alters one, and copies do not take along what is kept.
"""

from functools import cache
from operator import itemgetter
from typing import Any

from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.layout import preferred
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.layout.percent import resolve_percentages as _resolve_percentages
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout
from weasyprint.text.line_break import strut as _strut

SINGULAR = frozenset({"float", "display", "position", "page"})
"""Properties that depend on others, or on ancestors in their own way."""

PLAIN = frozenset(
    name
    for name in INITIAL_VALUES
    if name not in SINGULAR
    and not name.startswith("text_decoration_")
    and (name in INHERITED or name not in INITIAL_NOT_COMPUTED)
)
"""Properties that take their parent's value, or the initial one as it is, where no rule says otherwise."""

SIDES = ("top", "right", "bottom", "left")
BORDERS = tuple(f"border_{side}_width" for side in SIDES)
LENGTHS = (
    *(f"{edge}_{side}" for edge in ("margin", "padding") for side in SIDES),
    *(f"{bound}{axis}" for axis in ("width", "height") for bound in ("", "min_", "max_")),
)

FEATURES = (
    *("font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
)
"""In the order in which the engine asks for them."""

ODD = ("text_decoration_line", "word_spacing", "font_language_override")
"""Properties of text that is left to the engine unless they say nothing.

Lines of one setting of type share a list of attributes. The engine adds to it what holds for the whole text (letter
spacing, no hyphens of Pango's own); spaces between words, and those of justified lines, stand at places of one line.
"""

features_of = itemgetter(*FEATURES)
oddities_of = itemgetter(*ODD)
type_of = itemgetter(
    *("font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_variation_settings"),
    *("lang", "direction"),
    *FEATURES,
)
"""All that one setting of type differs in from another, as far as the engine is not asked to set it up."""

_missing = ComputedStyle.__missing__
_setup = Layout.setup


@cache
def _logical(name: str, direction: str) -> str | None:
    """The logical property (`margin_inline_start`) that may stand for a physical one."""
    named = PHYSICAL_FUNCTIONS.get(name)
    return named(block="ttb", inline=direction) if named else None


def missing(style: Any, name: str) -> Any:
    """A computed value that was not asked for yet: most properties of most elements are set by no rule."""
    parent = style.parent_style
    if name not in PLAIN or name in style.cascaded or parent is None:
        return _missing(style, name)
    if name in PHYSICAL_FUNCTIONS and _logical(name, style["direction"]) in style.cascaded:
        return _missing(style, name)
    value = style[name] = parent[name] if name in INHERITED else INITIAL_VALUES[name]
    return value


def shrink_to_fit(context: Any, box: Any, available: float) -> float:
    """The width of a float: `min(max(narrowest, available), widest)`, which is the widest where there is room for it.

    The narrowest width is what costs: each word of the box is set by itself.
    """
    widest = preferred.max_content_width(context, box, outer=False)
    if widest <= available:
        return float(widest)
    return float(min(max(preferred.min_content_width(context, box, outer=False), available), widest))


def is_in_normal_flow(box: Any) -> bool:
    """Whether a box neither floats nor is taken out of the flow: the values of two properties say it."""
    style = box.style
    return style["float"] == "none" and style["position"] in ("static", "relative")


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give a box its lengths. Where none of them is a share of another, they are the same in any container."""
    style = box.style
    if "lengths" not in style.__dict__:
        style.lengths = _lengths(style)
    if style.lengths is None or type(box) is AbsolutePlaceholder:
        _resolve_percentages(box, containing_block)
        return
    used = box.__dict__
    used.update(style.lengths)
    if style["border_collapse"] == "collapse":
        # The borders of a table may have been settled between its cells already.
        used.update((name, style[name]) for name in BORDERS if name not in used)


def _lengths(style: Any) -> dict[str, Any] | None:
    """The lengths of all boxes of a style; None where they depend on something else."""
    if style["box_sizing"] != "content-box":
        return None
    lengths = {}
    for name in LENGTHS:
        value = style[name]
        if value == "auto":
            lengths[name] = 0 if name.startswith("min_") else value
        elif getattr(value, "unit", None) == "px":
            lengths[name] = value.value
        else:
            return None
    if style["border_collapse"] != "collapse":
        lengths.update((name, style[name]) for name in BORDERS)
    return lengths


def strut(style: Any) -> Any:
    """The height of a line and its baseline, measured once for a setting of type."""
    if "strut" not in style.__dict__:
        struts = style.cache.setdefault("struts", {})
        key = (type_of(style), style["line_height"])
        if key not in struts:
            struts[key] = _strut(style)
        style.strut = struts[key]
    return style.strut


def setup(layout: Any, style: Any) -> None:
    """Make a line of text ready to be set: what depends on the type alone is made once."""
    if "prepared" not in style.__dict__:
        style.prepared = _prepared(style) if oddities_of(style) == ("none", 0, "normal") else None
    if style.prepared is None or layout.justification_spacing:
        _setup(layout, style)
        return
    context, layout.language, description, attributes = style.prepared
    layout.style = style
    layout.first_line_direction = 0
    layout.ascent = layout.underline_position = layout.strikethrough_position = None
    layout.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, description)
    if attributes is not None:
        pango.pango_layout_set_attributes(layout.layout, attributes)


def _prepared(style: Any) -> tuple[Any, Any, Any, Any]:
    """Context, language, font and font features, once for a setting of type."""
    settings = style.cache.setdefault("settings", {})
    key = type_of(style)
    if key not in settings:
        settings[key] = _settings(style)
    return settings[key]  # type: ignore[no-any-return]


def _settings(style: Any) -> tuple[Any, Any, Any, Any]:
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    language = pango.pango_language_get_default()
    if style["lang"]:
        language = pango.pango_language_from_string(style["lang"].encode())
        pango.pango_context_set_language(context, language)
    return context, language, get_font_description(style), _attributes(style)


def _attributes(style: Any) -> Any:
    """The font features as the engine hands them to Pango, whose list of them takes over what is put into it."""
    features = font_features(*features_of(style))
    if not features:
        return None
    named = ",".join(f"{name} {value}" for name, value in features.items()).encode()
    known = style.font_config.font_features
    if named not in known:
        known[named] = pango.pango_attr_font_features_new(named)
    attributes = pango.pango_attr_list_new()
    pango.pango_attr_list_insert(attributes, known[named])
    return attributes
