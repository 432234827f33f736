"""briefgen: structured briefings whose every statement cites a verbatim quote from an archived source."""

__version__ = "0.1.0"
