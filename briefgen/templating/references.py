"""The templates that a template names: what it extends, includes and imports.

Most say so in plain tags, which need no parser; whatever is not that plain is left to Jinja's own.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, meta

TAG = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%\}", re.DOTALL)
PLAIN = re.compile(
    r"""\s*(["'])([^"'\\]*)\1\s*(?:ignore\s+missing|with(?:out)?\s+context|as\s+\w+|import\s[\w\s,]+|\s)*[-+]?""",
)
"""What stands in a tag that names one template: its name as one string, then words only."""


def references(text: str) -> Iterator[str | None]:
    """Yield the names that stand in the tags of a template; None where one is worked out at run time.

    Tags in comments and raw blocks count as well: too many names do no harm.
    """
    found = [PLAIN.fullmatch(tag[1]) for tag in TAG.finditer(text)]
    if all(found):
        yield from (match[2] for match in found if match)
        return
    parser = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do", "jinja2.ext.loopcontrols"])
    try:
        yield from meta.find_referenced_templates(parser.parse(text))
    except TemplateSyntaxError:
        return
