"""Writes the reference pages of docs/ from the code: rules.md, formats.md and commands.md.

A test fails where a page is not what this prints.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from briefgen.catalogue import FAMILIES, rules
from briefgen.cli.commands import app
from briefgen.models.brief import Item
from briefgen.models.schema import json_schema
from briefgen.models.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- Written by scripts/reference.py; edit the code instead. -->\n"
TITLES = {
    "form": "Form",
    "quotes": "Quotes",
    "drift": "Drift",
    "words": "Words",
    "sourcing": "Sourcing",
    "readers": "Readers",
    "page": "The page",
}


def rules_page() -> str:
    """Every rule, by family, with its page."""
    lines = [
        NOTE,
        "# Rules\n",
        "`briefgen explain NAME` prints one of these. `briefgen.toml` changes a severity:\n",
    ]
    lines += [
        "```toml",
        "[rules]",
        'single-source = "off"',
        "```\n",
        "| rule | severity | |",
        "|---|---|---|",
    ]
    every = rules()
    lines += [f"| [`{each.name}`](#{each.name}) | {each.severity} | {each.summary} |" for each in every]
    for family in FAMILIES:
        lines.append(f"\n## {TITLES[family]}")
        for each in (rule for rule in every if rule.family == family):
            page = re.sub(r"^## ", "#### ", each.page, flags=re.MULTILINE)
            lines.append(f"\n### {each.name}\n\n{each.summary} Severity: {each.severity}.\n\n{page}".rstrip())
    return "\n".join(lines) + "\n"


def formats_page() -> str:
    """Every field of every document, from the models; what all items share is told once."""
    lines = [
        NOTE,
        "# Formats\n",
        "The fields of the documents; [curating.md](curating.md) shows them at work. `briefgen schema` prints the JSON",
        "Schemas, with which an editor completes and checks them as you type. An EDTF date is `2024`, `2024-09`,",
        "`2024-09-27`, `2024-09~` (about) or `2024-09?` (uncertain).\n",
    ]
    for kind, title in (
        ("brief", "`briefs/<id>.yaml`"),
        ("sources", "`sources.yaml`"),
        ("audience", "`audience.yaml`"),
    ):
        schema = json_schema(kind)
        lines += [f"## {title}\n", *_table(schema), *(_every_item(schema) if kind == "brief" else ())]
        for name, definition in sorted(schema.get("$defs", {}).items()):
            if "properties" in definition:
                about = definition.get("description", "").split("\n")[0]
                shared = _is_item(definition)
                more = " It also takes the fields of [every item](#every-item)." if shared else ""
                fields = _table(definition, without=set(Item.model_fields) if shared else set())
                lines += [f"\n### {name}\n", about + more + "\n", *fields]
        lines.append("")
    lines += ["## `briefgen.toml`\n", "Optional, at the top of a workspace.\n"]
    lines += _table(Settings.model_json_schema())
    return "\n".join(lines).rstrip() + "\n"


def _is_item(definition: dict[str, Any]) -> bool:
    return set(Item.model_fields) <= set(definition["properties"])


def _every_item(schema: dict[str, Any]) -> Iterator[str]:
    """The fields that items of all sections take."""
    fact = schema["$defs"]["Fact"]["properties"]
    shared = {"properties": {name: fact[name] for name in fact if name in Item.model_fields}}
    yield from ("\n### Every item\n", "What an item of any section may carry.\n", *_table(shared))


def _table(definition: dict[str, Any], without: set[str] | None = None) -> Iterator[str]:
    yield "| field | what it takes | |"
    yield "|---|---|---|"
    needed = {name for part in definition.get("anyOf", []) for name in part.get("required", [])} - {"use"}
    needed |= set(definition.get("required", []))
    for name, field in definition.get("properties", {}).items():
        if name in (without or ()):
            continue
        said = field.get("description", "")
        default = field.get("default")
        said += f" Default: `{default}`." if default not in (None, [], {}) else ""
        yield f"| `{name}`{' (required)' if name in needed else ''} | {_kind(field)} | {said.strip()} |".replace(
            "\n", " "
        )


def _kind(field: dict[str, Any]) -> str:
    if "anyOf" in field or "oneOf" in field:
        kinds = [
            _kind(each) for each in field.get("anyOf", field.get("oneOf", [])) if each.get("type") != "null"
        ]
        said = " or ".join(dict.fromkeys(kinds))
        return "text, or one text a language" if said == "text or mapping" else said
    if "$ref" in field:
        name = str(field["$ref"]).rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "const" in field:
        return f"`{field['const']}`"
    kind: Any = field.get("type", "anything")
    if kind == "array":
        return f"list of {_kind(field.get('items', {}))}"
    if kind == "object":
        return (
            f"mapping to {_kind(field['additionalProperties'])}"
            if isinstance(field.get("additionalProperties"), dict)
            else "mapping"
        )
    if kind == ["string", "integer"]:
        return "EDTF date"
    names = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
    return " or ".join(names.get(each, each) for each in ([kind] if isinstance(kind, str) else kind))


def commands_page() -> str:
    """The help of every command."""
    lines = [
        NOTE,
        "# Commands\n",
        "Exit codes: 0 all well; 1 faults in the content; 2 the command itself could not run.\n",
    ]
    root = typer.main.get_command(app)
    lines += _help(root, "briefgen")
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        lines += _help(command, f"briefgen {name}")
        for below, inner in getattr(command, "commands", {}).items():
            lines += _help(inner, f"briefgen {name} {below}")
    return "\n".join(lines).rstrip() + "\n"


def _help(command: Any, name: str) -> list[str]:
    context = command.make_context(
        name, [], resilient_parsing=True, max_content_width=100, terminal_width=100
    )
    return [f"## {name}\n", "```text", command.get_help(context).rstrip(), "```\n"]


PAGES = {"rules.md": rules_page, "formats.md": formats_page, "commands.md": commands_page}

if __name__ == "__main__":
    for file, page in PAGES.items():
        (ROOT / "docs" / file).write_text(page(), encoding="utf-8")
