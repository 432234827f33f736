"""`briefgen schema`: JSON Schema for editors."""

from enum import StrEnum
from typing import Annotated

import typer


class Kind(StrEnum):
    """The documents that have a schema."""

    BRIEF = "brief"
    SOURCES = "sources"
    AUDIENCE = "audience"


def schema(
    kind: Annotated[Kind, typer.Argument(help="Which document.")] = Kind.BRIEF,
) -> None:
    """Print the JSON Schema (2020-12) of a brief, a register of sources or an audience file.

    Example: `briefgen schema brief > schema/brief.json`, then start a brief with
    `# yaml-language-server: $schema=../schema/brief.json`
    """
    import json

    from briefgen.models.schema import json_schema

    typer.echo(json.dumps(json_schema(kind.value), ensure_ascii=False, indent=2))
