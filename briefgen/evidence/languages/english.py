"""English in depth: the pack that all word rules were written with.

Names and cues have large tables: who reads figures only never loads them.
"""

from briefgen.evidence.languages.english_dates import CALENDAR
from briefgen.evidence.languages.english_numbers import NUMBERS
from briefgen.evidence.languages.modality_words import ModalityWords
from briefgen.evidence.languages.name_words import NameWords
from briefgen.evidence.languages.pack import LanguagePack


def _names() -> NameWords:
    from briefgen.evidence.languages.english_names import NAMES

    return NAMES


def _modality() -> ModalityWords:
    from briefgen.evidence.languages.english_modality import MODALITY

    return MODALITY


ENGLISH = LanguagePack("en", NUMBERS, CALENDAR, _names, _modality)
