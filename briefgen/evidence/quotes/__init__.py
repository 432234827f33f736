"""Quotes in their sources: where they stand, what was left out or lies around them, what changed since."""
