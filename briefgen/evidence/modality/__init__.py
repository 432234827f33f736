"""Negation, hedges and attribution: the cues, the words that they govern, and what became of them."""
