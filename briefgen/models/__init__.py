"""The shapes of the data: frozen, strict pydantic models without any input or output."""
