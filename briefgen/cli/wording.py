"""Mistakes on the command line in plain words: Typer has values read by pydantic, and says what that says."""

import re
from typing import Any

import typer
from typer.core import TyperGroup

PYDANTIC = (
    (re.compile(r"^Value error, "), ""),
    (re.compile(r"^Input should be a valid integer\b.*"), "a whole number is wanted"),
    (re.compile(r"^Input should be a valid (\w+)\b.*"), r"a \1 is wanted"),
    (re.compile(r"^Input should be "), "it should be "),
)


class Commands(TyperGroup):
    """The commands, with what is wrong with a value told in our words."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for.

        Raises:
            typer.BadParameter: an option or argument cannot have its value.
        """
        try:
            return super().invoke(ctx)
        except typer.BadParameter as fault:
            fault.message = plainly(fault.message)
            raise


def plainly(message: str) -> str:
    """`message` without what only pydantic says.

    >>> plainly("Input should be a valid integer, unable to parse string as an integer")
    'a whole number is wanted'
    """
    for pattern, words in PYDANTIC:
        message = pattern.sub(words, message)
    return message
