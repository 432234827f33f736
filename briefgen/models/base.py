"""What all models share: frozen, strict, unknown fields forbidden."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Element = TypeVar("Element")


class Model(BaseModel):
    """A frozen model that takes no unknown field and converts nothing behind the writer's back."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


Seq = Annotated[tuple[Element, ...], Field(strict=False)]
"""A YAML list, kept as a tuple."""
