"""The environment that templates run in: sandboxed, strict, escaping, and knowing nothing but the view."""

from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateNotFound
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.editions.direction import direction_of_text
from briefgen.evidence.text.commas import listed
from briefgen.templating.arranging import halves, rows
from briefgen.templating.compiled import ShippedBytecode
from briefgen.templating.dates import edtf, number
from briefgen.templating.furniture import translations
from briefgen.templating.inline import inline, plain, running
from briefgen.templating.mapping import located
from briefgen.templating.pictures import line_points, scale_of
from briefgen.templating.printable import printable
from briefgen.templating.search import PlaceLoader, SearchPath
from briefgen.templating.timelines import timeline_marks

FILTERS = {
    "inline": inline,
    "running": running,
    "plain": plain,
    "edtf": edtf,
    "decimal": number,
    "direction": direction_of_text,
    "listed": listed,
    "rows": rows,
    "halves": halves,
    "locator": located,
    "scale_of": scale_of,
    "line_points": line_points,
    "timeline_marks": timeline_marks,
}
"""What templates may use beyond Jinja's own filters."""


MAX_POWER = 100
MAX_BASE = 10**6
"""Powers beyond these take longer than any limit on time could stop."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Resolves names along the audience's search path, each template seeing what it overrides under its own name."""

    intercepted_binops = frozenset({"**"})

    def __init__(self, search_path: SearchPath, language: str) -> None:
        super().__init__(
            loader=PlaceLoader(search_path),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=printable,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,
            bytecode_cache=ShippedBytecode(),
        )
        self.search_path = search_path
        self.filters.update(FILTERS)
        # The same inputs give the same bytes.
        del self.globals["lipsum"], self.filters["random"]
        install: Any = self.install_gettext_translations  # type: ignore[attr-defined]
        install(translations(language), newstyle=True)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out `left operator right`, unless the result would be enormous.

        Raises:
            SecurityError: it would.
        """
        if operator == "**" and not (
            isinstance(right, int | float) and abs(right) <= MAX_POWER and abs(left) <= MAX_BASE
        ):
            raise SecurityError("powers are limited")
        return super().call_binop(context, operator, left, right)

    def join_path(self, template: str, parent: str) -> str:
        """The place of `template` for the template at `parent`."""
        place = self.search_path.find(template, parent if ":" in parent else self.search_path.find(parent))
        if place is None:
            raise TemplateNotFound(template)
        return place


def environment(search_path: SearchPath, language: str) -> TemplateEnvironment:
    """The environment of an audience's templates; compiled templates are kept with it until a file changes."""
    return _environment(search_path, language, search_path.state())


@lru_cache(maxsize=16)
def _environment(
    search_path: SearchPath, language: str, _state: tuple[tuple[str, int, int], ...]
) -> TemplateEnvironment:
    return TemplateEnvironment(search_path, language)
