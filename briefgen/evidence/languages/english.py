"""English in depth: the pack that all word rules were written with."""

from briefgen.evidence.languages.english_dates import CALENDAR
from briefgen.evidence.languages.english_modality import MODALITY
from briefgen.evidence.languages.english_names import NAMES
from briefgen.evidence.languages.english_numbers import NUMBERS
from briefgen.evidence.languages.pack import LanguagePack

ENGLISH = LanguagePack(code="en", numbers=NUMBERS, calendar=CALENDAR, names=NAMES, modality=MODALITY)
