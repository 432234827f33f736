"""English number words."""

from briefgen.evidence.languages.number_words import NumberWords

NUMBERS = NumberWords()
