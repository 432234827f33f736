"""Language packs: what each language's words mean to the rules.

Owns the choice of a pack for a language tag. English has every table; any other language has digits and the
calendar of its locale (from Babel), and its cue rules stay silent.
"""

from functools import lru_cache

from briefgen.evidence.languages.pack import LanguagePack


@lru_cache(maxsize=32)
def pack_for(language: str) -> LanguagePack:
    """Gives the pack of a BCP 47 language tag (`en-GB` reads as English, an unknown tag as digits only)."""
    primary = language.replace("_", "-").split("-")[0].lower()
    if primary == "en":
        from briefgen.evidence.languages.english import ENGLISH

        return ENGLISH
    from briefgen.evidence.languages.locale_pack import locale_pack

    return locale_pack(language)


__all__ = ["LanguagePack", "pack_for"]
