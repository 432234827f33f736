"""Pure functions on text: normalisation, anchoring, quantities, dates, names, modality.

Owns what can be read out of words, and nothing else: it knows no YAML, no files and no severities, and every
offset it returns counts code points of the text it was given. Usable as a library of its own.
"""
