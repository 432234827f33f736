"""The optional settings of a workspace: `briefgen.toml`."""

from typing import Any

from pydantic import Field

from briefgen.diagnostics import Severity
from briefgen.models.base import Model, Seq
from briefgen.models.scalars import Line, Slug


class Settings(Model):
    """What `briefgen.toml` may say; all of it optional."""

    audiences: Seq[Slug] | None = Field(
        None, description="The audiences that are built; default: those with a folder in templates/."
    )
    aliases: dict[Line, Seq[Line]] = Field(
        default_factory=dict, description="Names that stand for one another in every brief."
    )
    rules: dict[Line, Severity] = Field(
        default_factory=dict, description='Severities that differ: `single-source = "off"`.'
    )
    defaults: dict[Line, Any] = Field(
        default_factory=dict, description="Fields that briefs inherit where they do not say otherwise."
    )
