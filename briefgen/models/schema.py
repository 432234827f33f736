"""JSON Schema 2020-12 of the documents, for editors (yaml-language-server) and for the documentation."""

from typing import Any

from pydantic import BaseModel

from briefgen.models.audience import AudienceFile
from briefgen.models.brief import Brief, Item
from briefgen.models.sources import Register

MODELS: dict[str, type[BaseModel]] = {"brief": Brief, "sources": Register, "audience": AudienceFile}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: str) -> dict[str, Any]:
    """Return the schema of the document `kind`: brief, sources or audience."""
    model = MODELS[kind]
    schema = model.model_json_schema(by_alias=True)
    for name, required in _required_unless_used().items():
        if name in schema.get("$defs", {}):
            # An item takes all of its content from elsewhere by `use`, or has these fields itself.
            schema["$defs"][name]["anyOf"] = [{"required": ["use"]}, {"required": list(required)}]
    schema["title"] = f"briefgen {kind}"
    return {"$schema": DIALECT, **schema}


def _required_unless_used() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    pending: list[type[Item]] = list(Item.__subclasses__())
    for model in pending:
        found[model.__name__] = model.required
        pending.extend(model.__subclasses__())
    return found
