"""Imported by the process from which those that set PDFs are forked: loads all that they need, once."""

import contextlib
import signal

# Ctrl-C is for the preview itself, which ends this process; before all else, for the rest takes a second or two.
signal.signal(signal.SIGINT, signal.SIG_IGN)

import briefgen.building.jobs  # noqa: E402
import briefgen.inspection.auditing  # noqa: E402, F401
from briefgen.errors import EnvironmentFault  # noqa: E402
from briefgen.pages.beside import warm_up  # noqa: E402
from briefgen.pages.values import Resources  # noqa: E402

# Where libraries are missing, that is told when a page is asked for.
with contextlib.suppress(EnvironmentFault):
    warm_up(Resources(), "en-GB")
