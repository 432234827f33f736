"""The locator map (placeholder geometry until the data is packaged)."""

from briefgen.editions.view import MapView


def locator(view: MapView) -> None:
    return None
