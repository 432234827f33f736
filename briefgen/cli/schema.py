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
    """Print the JSON Schema of a document, for editors.

    The dialect is 2020-12. `briefgen init` and `briefgen new` write the schemas for you.

    Example: `briefgen schema brief > schema/brief.json`, then start a brief with
    `# yaml-language-server: $schema=../schema/brief.json`
    """
    import json

    from briefgen.models.schema import json_schema

    typer.echo(json.dumps(json_schema(kind.value), ensure_ascii=False, indent=2))
