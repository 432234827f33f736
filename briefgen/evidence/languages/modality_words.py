"""The shape of the cue tables for negation, hedges and attribution in one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModalityWords:
    """Cue tables of one language."""
