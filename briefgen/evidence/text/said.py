"""Words of a text in a message to people. Owns how they are put into quotation marks."""

INNER = str.maketrans('“”„‟"', "‘’‚‘'")


def said(words: str) -> str:
    """`words` in quotation marks, double marks of their own as single ones.

    >>> said("He spoke of “peace”")
    '“He spoke of ‘peace’”'
    """
    return f"“{words.translate(INNER)}”"
