"""Writes templates/README.md from the code: every block, variable, filter and design token that a template may use.

A test fails where the file is not what this prints.
"""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from jinja2 import nodes

from briefgen.editions import view as views
from briefgen.templating.environment import FILTERS, TemplateEnvironment
from briefgen.templating.search import Folder, SearchPath
from briefgen.templating.themes import THEMES

ROOT = Path(__file__).resolve().parent.parent
CONTEXT = {
    "view": "the edition: what this audience may read (`EditionView`, below)",
    "audience": "the audience's settings, as `briefgen audience show` prints them",
    "headings": "headings that the audience's file words in its own way, by section",
    "target": "`html` or `pdf`",
    "language": "the language of the furniture (BCP 47)",
    "numbers": "the language of the numbers in charts (BCP 47): the audience's, else the brief's",
    "furniture": "` lang=… dir=…` for furniture in another language than the text; empty where they agree",
    "tokens": "the design tokens by name",
    "columns": "1 or 2: how many sections may stand side by side",
    "stylesheet": "the page's styles (HTML edition only)",
}
HEAD = """\
# Templates

One folder an audience: `audience.yaml`, and whatever it overrides. Start one with `briefgen audience new NAME`; see what
it comes to with `briefgen audience show NAME`; `briefgen check` finds every misspelt name in every branch.

This page is written by `scripts/templates_readme.py` from the code, and tested against it.

## Overriding one block

A template of the same name extends the one that it overrides and changes single blocks; all else stays as it is.
`super()` puts in what the overridden block would have printed.

```jinja
{% extends "default/brief.html.j2" %}
{% block footer %}{{ super() }}<p>Prepared by the desk.</p>{% endblock %}
```

A file `audience.css` beside it is added after all other styles; lengths are in `rem`, since the size of the root is what
fits the page. `brief.css` replaces the whole stylesheet. Nothing is fetched but `data:` and files of these folders.
"""


def page() -> str:
    """The whole page."""
    parts = (
        HEAD,
        "## Blocks of `brief.html.j2`\n",
        *_blocks(),
        "\n`judgement`, `key_fact`, `position`, `open_question` and `context_item` are printed once for each item, as `item`.",
        "\n## Variables\n",
        *(f"- `{name}`: {said}" for name, said in CONTEXT.items()),
        "\n## The view\n\nFrozen, plain values; nothing in them leads back to the brief or its files.\n",
        *_records(),
        "## Filters\n\nBesides those of Jinja:\n",
        *(f"- `{name}`: {_first_line(function)}" for name, function in sorted(FILTERS.items())),
        "\n## Design tokens\n\nSet them under `theme:` in `audience.yaml`; in CSS they are custom properties (`--accent`).",
        f"`typeface` chooses one of the themes that ship: {', '.join(f'`{name}`' for name in THEMES)}.\n",
        *_tokens(),
    )
    return "\n".join(parts) + "\n"


def _blocks() -> Iterator[str]:
    path = SearchPath((Folder("default", ROOT / "templates" / "default"),))
    tree = TemplateEnvironment(path, "en").parse(
        (ROOT / "templates/default/brief.html.j2").read_text(encoding="utf-8")
    )
    for block in tree.find_all(nodes.Block):
        yield f"- `{block.name}`"


def _records() -> Iterator[str]:
    classes: list[type[Any]] = [
        each for _, each in inspect.getmembers(views, inspect.isclass) if each.__module__ == views.__name__
    ]
    for record in sorted(classes, key=lambda each: (each.__name__ != "EditionView", each.__name__)):
        yield f"### `{record.__name__}`\n\n{inspect.getdoc(record)}\n"
        said = _docstrings(record)
        yield "| field | type | |\n|---|---|---|"
        for field in fields(record):
            kind = getattr(field.type, "__name__", str(field.type)).replace("|", "\\|")
            kind = (
                str(field.type).replace("|", "\\|")
                if "[" in str(field.type) or "|" in str(field.type)
                else kind
            )
            yield f"| `{field.name}` | `{kind.replace('briefgen.editions.view.', '')}` | {said.get(field.name, '')} |"
        yield ""


def _docstrings(record: type[Any]) -> dict[str, str]:
    """The texts right below the fields of a record."""
    body = ast.parse(inspect.getsource(record)).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for statement, after in zip(body.body, body.body[1:], strict=False):
        name = statement.target if isinstance(statement, ast.AnnAssign) else None
        said = after.value if isinstance(after, ast.Expr) else None
        if isinstance(name, ast.Name) and isinstance(said, ast.Constant):
            found[name.id] = " ".join(str(said.value).split()).replace("|", "\\|")
    return found


def _first_line(function: object) -> str:
    return (inspect.getdoc(function) or "").splitlines()[0]


def _tokens() -> Iterator[str]:
    names = list(dict.fromkeys(name for theme in THEMES.values() for name in theme))
    yield f"| token | {' | '.join(THEMES)} |\n|---|{'---|' * len(THEMES)}"
    for name in names:
        values = " | ".join(f"`{theme.get(name, '')}`" for theme in THEMES.values())
        yield f"| `{name}` | {values} |"


if __name__ == "__main__":
    (ROOT / "templates/README.md").write_text(page(), encoding="utf-8")
