"""What became of so many: killed, hurt, accepted, rejected. Owns the words that say so, and where a figure has one."""

from bisect import bisect_left

from briefgen.evidence.text.stems import stem
from briefgen.evidence.text.wording import Break, Wording

FATES = {
    stem(word): fate
    for fate, words in {
        "killed": "killed kill dead died deaths fatalities fatally lives perished drowned murdered slain bodies",
        "hurt": "injured injuries hurt wounded hospital hospitalised hospitalized",
        "missing": "missing unaccounted",
        "safe": "rescued survived survivors saved",
        "accepted": "accepted agreed approved",
        "rejected": "rejected refused declined",
    }.items()
    for word in words.split()
}
"""What became of people or of things, by the stems that say so."""

_NEAR = 5
"""So many words from a figure on may tell what became of so many: twelve people had been killed."""


def fate_after(text: Wording, start: int) -> str:
    """What became of so many as a figure says that begins at `start`; "" where the words after it do not tell."""
    first = bisect_left(text.starts, start)
    for at in range(first, min(first + _NEAR, len(text))):
        if at > first and (text.breaks[at] is not Break.NONE or text.words[at][0].isdigit()):
            break
        if text.stems[at] in FATES:
            return FATES[text.stems[at]]
    return ""
