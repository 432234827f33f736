"""What all models share: frozen, strict, unknown fields forbidden."""

from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

Element = TypeVar("Element")


class Model(BaseModel):
    """A frozen model that takes no unknown field and converts nothing behind the writer's back."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:
        """A field that may be left out may also be null; a key that is no field is a fault, null or not."""
        if not isinstance(data, dict):
            return data
        known = {info.alias or field for field, info in cls.model_fields.items()}
        return {key: value for key, value in data.items() if value is not None or key not in known}


Seq = Annotated[tuple[Element, ...], Field(strict=False)]
"""A YAML list, kept as a tuple."""
