"""The two ways in which a command itself can fail; both end with exit code 2 and a message, never a traceback."""


class UsageFault(Exception):
    """The command was asked for something that is not there (a brief, an audience, a format, a workspace)."""


class EnvironmentFault(Exception):
    """The machine would not do what was needed (a full disk, an unwritable folder, a missing library)."""
