"""The optional settings of a workspace: `briefgen.toml`."""

from typing import Any

from pydantic import Field

from briefgen.diagnostics import Severity
from briefgen.models.base import Model, Seq
from briefgen.models.scalars import Line, Slug


class Settings(Model):
    """What `briefgen.toml` may say; all of it optional.

    `aliases` are names that stand for one another in every brief, `rules` the severities that differ from the
    catalogue's, `defaults` the fields that briefs inherit where they do not say otherwise.
    """

    audiences: Seq[Slug] | None = None
    aliases: dict[Line, Seq[Line]] = Field(default_factory=dict)
    rules: dict[Line, Severity] = Field(default_factory=dict)
    defaults: dict[Line, Any] = Field(default_factory=dict)
