"""Numbers with their nouns, as every message and page of ours has them."""


def count(number: int, noun: str) -> str:
    """`3 quotes`, `1 quote`, `12,000 briefs`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
