"""English words for dates."""

from briefgen.evidence.languages.calendar_words import CalendarWords

CALENDAR = CalendarWords()
