"""English words for time zones."""

from briefgen.evidence.languages.zone_words import ZoneWords

ZONES = ZoneWords(
    letters=frozenset(
        "gmt utc bst est edt cst cdt mst mdt pst pdt cet cest eet eest msk ist jst aest aedt et pt eat wat cat sast "
        "ast adt z".split()
    ),
    doubtful=frozenset({"et", "pt", "z"}),
    names={
        "z": "utc", "gmt": "utc", "greenwich": "utc", "universal": "utc",
        "et": "eastern", "est": "eastern", "edt": "eastern", "pt": "pacific", "pst": "pacific", "pdt": "pacific",
        "cst": "central", "cdt": "central", "mst": "mountain", "mdt": "mountain",
        "cet": "central european", "cest": "central european", "bst": "british",
    },
    seasons=frozenset({"standard", "daylight", "summer", "mean", "coordinated"}),
    time=frozenset({"time"}),
    local="local",
)  # fmt: skip
