"""The table of `--fit report`."""

from briefgen.pages.report import Line, table
from briefgen.pages.values import Cut, Faults, Fit, MissingGlyph, Overflow, Typeset


def fitted(**more: object) -> Typeset:
    return Typeset(b"", Fit(9.55, 1, 0.984, 1, 2), "", **more)  # type: ignore[arg-type]


def test_one_line_an_edition() -> None:
    cuts = (Cut("gaza", "could", 8.0, 2, 14), Cut("lebanon", "should", 4.0, 1, 9))
    overflow = Overflow(8.5, 4.54, 2, 10, cuts, True, 5)
    text = table(
        [
            Line("iraq/default", fitted()),
            Line("iraq/brief", fitted(dropped=("gaza",))),
            Line("iraq/card", Faults((MissingGlyph("x", None), overflow))),
            Line("iraq/odd", Faults((MissingGlyph("x", None),))),
            Line("iraq/none", "the brief has faults"),
        ]
    )
    assert [" ".join(line.split()) for line in text.splitlines()] == [
        "edition size pages filled room layouts cut first",
        "iraq/default 9.55 pt 1 98% 1 line 2 -",
        "iraq/brief 9.55 pt 1 98% 1 line 2 left out: gaza",
        "iraq/card 8.50 pt - over over by 4.5 mm, 2 lines, 10 words 5 gaza (could, 2 lines), lebanon (should, 1 line)",
        "iraq/odd - - - - - faults: briefgen build",
        "iraq/none - - - - - the brief has faults",
    ]
    assert len({line.index(" pt ") for line in text.splitlines()[1:4]}) == 1


def test_an_overflow_that_no_cut_mends() -> None:
    assert "nothing - and still too long" in table(
        [Line("a/b", Faults((Overflow(8.5, 50, 12, 90, (), False),)))]
    )
