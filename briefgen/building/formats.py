"""The formats that editions are made in."""

FORMATS = ("html", "pdf", "json", "docx", "md", "txt")
"""All formats, in the order in which they are made."""
DEFAULT_FORMATS = ("html", "pdf", "json")
"""What is made where nothing else is asked for."""
