"""Templating: an edition's view becomes HTML, by templates that an audience may override block by block."""

from briefgen.templating.rendering import Rendered, Target, render
from briefgen.templating.search import Folder, SearchPath

__all__ = ["Folder", "Rendered", "SearchPath", "Target", "render"]
