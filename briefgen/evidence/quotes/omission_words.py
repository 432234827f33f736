"""Words that must not be left out of a quote, by language.

Owns tables only: what negates, hedges, conditions, excludes, attributes or bounds, and the small words by which a
change of clause or of who is spoken of can be seen. A phrase is one entry between bars; entries are matched whole; `*`
stands for the stem before an ending, in languages that negate and hedge by endings.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefgen.evidence.quotes.omission_shape import OmissionWords
from briefgen.evidence.quotes.omission_tables import (
    ARABIC,
    CHINESE,
    DUTCH,
    FRENCH,
    GERMAN,
    GREEK,
    ITALIAN,
    POLISH,
    PORTUGUESE,
    RUSSIAN,
    SPANISH,
    SWEDISH,
    TURKISH,
    UKRAINIAN,
)

NEGATION, HEDGE, CONDITION = "a negation", "a hedge", "a condition"
EXCLUSION, ATTRIBUTION, BOUND = "an exclusion", "an attribution", "a bound"
QUALIFIER = "what qualifies the words after it"

ENGLISH = OmissionWords(
    negations="not|no|never|none|nor|neither|nothing|nobody|nowhere|without|cannot|n't|hardly|scarcely|barely|rarely|seldom|few"
    "|little|fail|fails|failed|failing|failure|failure of|refuse|refuses|refused|refusing|refusal|refusal of|deny|denies|denied"
    "|denying|denial|denial of|reject|rejects|rejected|rejecting|rejection|rejection of|oppose|opposes|opposed|opposing"
    "|opposition to|decline to|declines to|declined to|declining to|lack|lacks|lacked|lacking|lack of|absence|absence of"
    "|prevent|prevents|prevented|preventing|stop|stops|stopped|stopping|halt|halts|halted|cease|ceases|ceased|suspend|suspends"
    "|suspended|cancel|cancels|cancelled|canceled|abandon|abandons|abandoned|condemn|condemns|condemned|dismiss|dismisses"
    "|dismissed|ban|bans|banned|forbid|forbids|forbade|forbidden|prohibit|prohibits|prohibited|block|blocks|blocked|false"
    "|falsely|wrongly|untrue|incorrect|incorrectly|instead of|rather than|far from|ended|end of|the end of|against"
    "|formerly|unable|unwilling|impossible|doubt|doubts|doubted|doubtful|disputed|dispute|disputes|yet to|rule out|rules out"
    "|ruled out|withheld|withhold|withholds|acquitted of|cleared of|exempt from|voted down|turned down|called off|scrapped|shelved"
    "|vetoed|overturned|quashed|annulled|withdrew|refrain from|refrained from|avoid|avoids|avoided|halting|ceasing|suspending"
    "|cancelling|canceling|abandoning|banning|refuted|rebutted|mistakenly|in lieu of|short of|instead",
    hedges="may|might|could|would|should|can|likely|unlikely|possible|possibly|perhaps|maybe|probable|probably|reportedly"
    "|apparently|allegedly|alleged|potential|potentially|presumably|purportedly|seemingly|expected|scheduled|planned|proposed"
    "|intended|hope|hopes|hoped|want|wants|wanted|wish|wishes|wished|intend|intends|aim|aims|aimed|seek|seeks|sought|try|tries"
    "|tried|trying|attempt|attempts|attempted|plan to|plans to|plan|plans|consider|considers|considered|considering|appear"
    "|appears|appeared|seem|seems|seemed|suggest|suggests|suggested|believed|thought|suspected|estimated|projected|forecast"
    "|set to|due to|about to|partly|partially|in part|mostly|largely|mainly|sometimes|often|usually|temporarily|provisionally"
    "|tentatively|in principle|draft|preliminary|threatened to|threatens to|threaten to|promised to|pledged to|vowed to"
    "|agreed to|asked|urged|call for|calls for|called for|risk of|chance of|unclear|unconfirmed|almost|nearly|virtually|designed to"
    "|meant to|supposed to|supposedly|offered to|offers to|ready to|willing to|prepared to|keen to|eager to|open to|minded to"
    "|on the verge of|on the brink of|close to|hoping|wishing|planning to|propose to|proposes to|poised to|slated to|tipped to|going to"
    "|ostensibly|nominally|theoretically|in theory|hypothetically|conceivably|arguably|in all likelihood|presumed|rumoured|rumored"
    "|feared|purported|putative|anticipated|mulling|weighing|exploring|occasionally|for the most part|in most cases|discuss"
    "|discussing|debate|debating|examine|examining|look into|looking into|negotiate|negotiating|talk about",
    conditions="if|unless|only if|provided|provided that|providing|on condition|on the condition|conditional|whether|in case"
    "|in the event|assuming|as long as|so long as|subject to|pending|until|once|should|contingent|were it|had it|in exchange"
    "|in return|depending|lest|otherwise|dependent on|depends on|depend on|hinges on|on the basis that|were he to|were they to",
    exclusions="except|except for|excepting|excluding|exclude|excludes|excluded|other than|apart from|aside from|save for|but not|not including"
    "|bar|barring|minus|less|with the exception|only|solely|exclusively|all but|other",
    attributions="according to|said|say|says|saying|told|tells|claim|claims|claimed|claiming|allege|alleges|allegation|allegations"
    "|state|stated|states that|argue|argues|argued|insist|insists|insisted|assert|asserts|asserted|maintain that|maintains that"
    "|maintained that|believe|believes|think|thinks|warn|warns|warned|report|reports|reported|announced|announces|predict"
    "|predicts|predicted|accuse|accuses|accused|suspect|suspects|in the view of|in the opinion of|in his view|in her view"
    "|in their view|in the words of|quoted|quoting|citing|cited|wrote|writes|complained|suggested that|denied that|rumour"
    "|rumours|rumor|rumors|promise|promised|pledged|admitted|testified|declared|described as|contend|contends|contended|alleges|alleging"
    "|arguing|stating|asserting|insisting|warning that|predicting|accusing|reporting that|reckon|reckons|fears that|feared that|hinted"
    "|hints that|implied|implies|speculated|concluded that|found that|estimates that|complain|complains|complaining|conceded",
    bounds="up to|at least|at most|more than|less than|fewer than|no more than|no less than|no fewer than|as many as|as much as"
    "|as few as|as little as|a maximum of|a minimum of|upwards of|in excess of|not exceeding|approximately|roughly"
    "|an estimated|around|about|some|nearly|almost|half|most of|part of|some of|many of|several of|hundreds of"
    "|thousands of|millions of|dozens of|a minority of|a majority of|the majority of|a fraction of|a handful of|a third of|a quarter of|per cent of|percent of|% of|one of|a member of|members of",
    qualifiers="ex|former|acting|deputy|vice|assistant|interim|caretaker|outgoing|incoming|would-be|so-called|supposed|fake|mock|shadow"
    "|self-styled|self-proclaimed|self-declared|honorary",
    slight_bounds="over|under|below|above|beyond|between|within|by|before|after|since|until|from|only|just|barely|minus|most"
    "|many|several|few|part|other|another|early|late|mid|nearly",
    clauses="while|whereas|although|though|because|when|whenever|which|who|whom|whose|that|where|since|so that|but|yet|as|after"
    "|before|and then|and so|and that|and the|and its|and their",
    coordinators="and|or",
    subjects="he|she|they|we|it|i|you|those|these",
    prepositions="of|to|for|by|with|from|in|on|at|against|about|over|under|between|among|into|onto|toward|towards|via|through"
    "|behind|near|around|upon|after|before|than|as|like|despite|without|within|during|beyond|across|on behalf of",
    determiners="the|a|an|its|their|his|her|our|my|your|this|that|these|those|any|some|all|each|every|both",
    auxiliaries="is|are|was|were|be|been|has|have|had|will|does|did|do|would|can|could|may|might|must|shall|should",
    common="the|of|and|to|in|that|is|was|for|with|by|on",
)
TABLES = {
    "en": ENGLISH,
    "fr": FRENCH,
    "de": GERMAN,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "it": ITALIAN,
    "nl": DUTCH,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "ar": ARABIC,
    "el": GREEK,
    "zh": CHINESE,
    "ja": CHINESE,
    "tr": TURKISH,
    "pl": POLISH,
    "sv": SWEDISH,
    "da": SWEDISH,
    "nb": SWEDISH,
    "nn": SWEDISH,
    "no": SWEDISH,
}
SCRIPTS = {
    "ar": "[\u0600-\u06ff]",
    "zh": "[\u3040-\u30ff\u4e00-\u9fff]",
    "ru": "[\u0400-\u04ff]",
    "el": "[\u0370-\u03ff]",
}
LATIN_LETTER = re.compile("[A-Za-z]")
LATIN = ("en", "fr", "de", "es", "pt", "it", "nl", "tr", "pl", "sv")


def words_for(language: str, sample: str) -> OmissionWords:
    """Return the tables of `language` (BCP 47); where it has none, those of the language that `sample` looks like."""
    return TABLES.get(primary(language)) or TABLES[guessed(sample)]


def primary(language: str) -> str:
    """Return the language of a tag (BCP 47), without script and region."""
    return language.replace("_", "-").partition("-")[0].lower()


def guessed(sample: str) -> str:
    """Return the language of `TABLES` that `sample` is most likely written in, by script and common words."""
    if not sample.isascii():
        letters = {code: len(re.findall(letter, sample)) for code, letter in SCRIPTS.items()}
        code = max(letters, key=letters.__getitem__)
        if 2 * letters[code] > len(LATIN_LETTER.findall(sample)):
            return "uk" if code == "ru" and re.search("[іїєґ]", sample) else code
    words = re.findall(r"[^\W\d_]+", sample.lower())
    return max(LATIN, key=lambda code: sum(map(_set(TABLES[code].common).__contains__, words)))


def is_read(text: str) -> bool:
    """Whether all letters of `text` are of scripts that some language of `TABLES` is written in."""
    return text.isascii() or _unread().search(text) is None


@cache
def _unread() -> re.Pattern[str]:
    """Letters of scripts for which there are no tables: Armenian, Hebrew, those of India and of Further India, Hangul…

    Compiled on first use, for it takes long.
    """
    return re.compile(
        "[\u0531-\u058f\u05d0-\u05ea\u0700-\u1dff\u2c00-\u2dff\ua4d0-\ua63f\ua800-\uab2f\uac00-\ud7ff]"
    )


@lru_cache(maxsize=64)
def _set(phrases: str) -> frozenset[str]:
    return frozenset(phrases.split("|"))


@lru_cache(maxsize=256)
def _matcher(phrases: str, spaced: bool) -> re.Pattern[str]:
    """Return an expression for any of `phrases`, the longest first, as whole words where words are set apart."""
    ordered = "|".join(
        re.escape(phrase).replace(r"\*", r"[^\W_]+")
        for phrase in sorted(phrases.split("|"), key=len, reverse=True)
        if phrase
    )
    if not ordered:
        return re.compile(r"(?!)")
    if not spaced:
        return re.compile(ordered)
    contraction = r"|n't(?!\w)" if "n't" in phrases else ""
    conjunction = "[وف]?" if "\u0600" <= ordered[0] <= "\u06ff" else ""
    return re.compile(
        rf"(?<![^\W_]){conjunction}(?:{ordered})(?:(?<=')|(?![^\W_])){contraction}", re.IGNORECASE
    )


def cues(phrases: str, text: str, spaced: bool = True) -> Iterator[re.Match[str]]:
    """Yield where one of `phrases` stands in `text`; the month of May is no hedge."""
    for match in _matcher(phrases, spaced).finditer(text.replace("’", "'")):
        if match[0] != "May" or match.start() == 0:
            yield match
