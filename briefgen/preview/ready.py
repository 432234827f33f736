"""Imported by the process from which those that set PDFs are forked: loads all that they need, once."""

import contextlib

import briefgen.building.jobs
import briefgen.inspection.auditing  # noqa: F401
from briefgen.errors import EnvironmentFault
from briefgen.pages.beside import warm_up
from briefgen.pages.values import Resources

# Where libraries are missing, that is told when a page is asked for.
with contextlib.suppress(EnvironmentFault):
    warm_up(Resources(), "en-GB")
