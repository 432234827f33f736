"""Lists of sources in citation styles."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefgen.models.sources import SourceRecord
from briefgen.sources.bibliography import STYLES, bibliography, csl_date, csl_item

FULL = {
    "id": "full", "file": "a.txt", "type": "article-newspaper", "title": "US & Iraq <b>end</b>", "container-title": "The Post", "issued": "2024-09-27",
    "author": [{"family": "Doe", "given": "Jane Quill"}, {"literal": "United Nations"}], "URL": "https://example.org/a?b=1&c=2", "accessed": "2026-11-20",
}  # fmt: skip
BARE = {"id": "bare", "file": "b.txt", "title": "Nothing known"}
CIRCA = {
    "id": "circa",
    "file": "c.txt",
    "type": "report",
    "title": "Some day",
    "issued": "2023~",
    "publisher": "UN",
}


def records(*entries: Mapping[str, object]) -> list[SourceRecord]:
    return [SourceRecord.model_validate(entry) for entry in entries]


def listed(style: str, language: str = "en-US") -> dict[str, str]:
    return {each.id: each.text for each in bibliography(records(FULL, BARE, CIRCA), style, language)}


EXPECTED = {
    "apa": "Doe, J. Q., & United Nations. (2024, September 27). US & Iraq <b>end</b>. The Post. https://example.org/a?b=1&c=2",
    "chicago-author-date": "Doe, Jane Quill, and United Nations. 2024. “US & Iraq <b>end</b>”. The Post, September 27. https://example.org/a?b=1&c=2.",
    "chicago-notes": "Doe, Jane Quill, and United Nations. “US & Iraq <b>end</b>”. The Post, September 27, 2024. https://example.org/a?b=1&c=2.",
    "ieee": "[1] J. Q. Doe and United Nations, “US & Iraq <b>end</b>”, The Post, Sept. 27, 2024. Accessed: Nov. 20, 2026. [Online]. Available: https://example.org/a?b=1&c=2",
}


@pytest.mark.parametrize("style", STYLES)
def test_a_full_entry(style: str) -> None:
    assert listed(style)["full"] == EXPECTED[style]


@pytest.mark.parametrize("style", STYLES)
def test_what_is_unknown_is_left_out_and_a_missing_date_is_nd(style: str) -> None:
    bare = listed(style)["bare"]
    assert "Nothing known" in bare
    assert "n.d." in bare
    assert "None" not in bare
    assert ".." not in bare


@pytest.mark.parametrize("style", STYLES)
def test_of_two_signs_that_end_a_sentence_the_first_is_printed(style: str) -> None:
    for title in ("What is to be done?", "Stop!", "And so on…", "An end."):
        for entry in ({**BARE, "title": title}, {**FULL, "title": title}):
            (cited,) = bibliography(records(entry), style)
            assert title[-1] in cited.text
            assert not re.search(r"[.?!…][’”]?\.(?!\w)", cited.text)


def test_names_and_titles_have_their_stop_before_the_date() -> None:
    done = {**BARE, "author": [{"family": "Doe", "given": "Jane", "suffix": "Jr."}], "issued": "2024"}
    assert [each.text for each in bibliography(records(done), "apa")] == [
        "Doe, J., Jr. (2024). Nothing known."
    ]
    assert listed("apa")["bare"] == "Nothing known. (n.d.)."


@pytest.mark.parametrize("style", ["chicago-author-date", "chicago-notes", "ieee"])
def test_quotation_marks_within_quotation_marks_are_single(style: str) -> None:
    titled = {**FULL, "title": "A “closed” port and a “shut” quay"}
    assert "“A ‘closed’ port and a ‘shut’ quay" in bibliography(records(titled), style)[0].text
    assert "A “closed” port" in bibliography(records({**titled, "type": "book"}), style)[0].text


def test_words_from_right_to_left_do_not_draw_what_follows_to_them() -> None:
    """A left-to-right mark behind them, or "(2024)" would be printed before the author."""
    arabic = {**BARE, "title": "انتهاء المهمة", "author": [{"literal": "وزارة الدفاع"}], "issued": "2024"}
    (cited,) = bibliography(records(arabic), "apa", "en-GB")
    assert cited.text == "وزارة الدفاع\u200e. (2024). انتهاء المهمة\u200e."
    (cited,) = bibliography(records(arabic), "apa", "ar", "rtl")
    assert "\u200e" not in cited.text
    (cited,) = bibliography(records({**arabic, "title": "انتهاء (UN)"}), "apa", "en-GB")
    assert cited.text.endswith("انتهاء (UN).")


@pytest.mark.parametrize("style", STYLES)
def test_uncertain_dates_stay_uncertain(style: str) -> None:
    assert "c. 2023" in listed(style)["circa"]


def test_words_of_the_language() -> None:
    assert "o.\xa0J." in listed("apa", "de")["bare"]
    assert "27 September 2024" in listed("chicago-notes", "en-GB")["full"]
    assert listed("ieee", "fr")["full"].endswith(
        "Consulté le\u00a0: 20 nov. 2026. [En ligne]. Disponible sur\u00a0: https://example.org/a?b=1&c=2"
    )
    assert listed("apa", "tlh") == listed("apa", "en-US")


@pytest.mark.parametrize(
    ("language", "apa", "ieee"),
    [
        ("fr", "(2024, 27 septembre)", "27 sept. 2024"),
        ("de", "(2024, 27. September)", "27. Sept. 2024"),
        ("es", "(2024, 27 de septiembre)", "27 sept 2024"),
        ("ar", "(2024، 27 سبتمبر)", "27 سبتمبر 2024"),
        ("uk", "(2024, 27 вересня)", "27 вер. 2024\u202fр."),
        ("en-GB", "(2024, September 27)", "Sept. 27, 2024"),
    ],
)
def test_dates_have_the_order_of_the_language(language: str, apa: str, ieee: str) -> None:
    assert apa in listed("apa", language)["full"]
    assert ieee in listed("ieee", language)["full"]


def test_a_month_without_a_day_is_not_declined() -> None:
    month = {**CIRCA, "issued": "2024-09"}
    for style, words in (("apa", "(2024, вересень)"), ("chicago-notes", "вересень 2024")):
        assert words in bibliography(records(month), style, "uk")[0].text


@pytest.mark.parametrize(
    ("language", "authors"),
    [("fr", "Doe, J. Q. et United"), ("de", "Doe, J. Q. & United"), ("es", "Doe, J. Q. y United")],
)
def test_the_word_before_the_last_author_is_the_language_s(language: str, authors: str) -> None:
    assert listed("apa", language)["full"].startswith(authors)


@pytest.mark.parametrize(
    ("language", "marks"), [("fr", "«\u00a0\u00a0»"), ("de", "„“"), ("es", "«»"), ("ar", "«»"), ("en", "“”")]
)
def test_titles_stand_in_the_quotation_marks_of_the_page(language: str, marks: str) -> None:
    quoted = marks[: len(marks) // 2] + "US & Iraq <b>end</b>" + marks[len(marks) // 2 :]
    assert quoted in listed("chicago-notes", language)["full"]


def test_arabic_sources_have_the_comma_of_their_script_and_others_theirs() -> None:
    own = {
        **FULL, "title": "نهاية المهمة", "container-title": "الصحيفة", "author": [{"family": "العبيدي", "given": "قيس"}],
    }  # fmt: skip
    assert bibliography(records(own), "apa", "ar", "rtl")[0].text.startswith(
        "العبيدي، قيس. (2024، 27 سبتمبر)."
    )
    assert bibliography(records(own), "ieee", "ar", "rtl")[0].text.startswith(
        "[1] قيس العبيدي، «نهاية المهمة»، الصحيفة، 27"
    )
    two = {**own, "author": [*own["author"], {"family": "حداد", "given": "ليلى"}]}
    assert bibliography(records(two), "apa", "ar", "rtl")[0].text.startswith("العبيدي، قيس وحداد، ليلى.")
    assert listed("apa", "ar")["full"].startswith("Doe, J. Q. و United Nations. (2024، 27 سبتمبر).")


@pytest.mark.parametrize("style", STYLES)
def test_italics_are_pieces_of_their_own(style: str) -> None:
    entry = bibliography(records(FULL), style)[0]
    assert [text for text, italic in entry.runs if italic] == ["The Post"]
    assert "US & Iraq <b>end</b>" in entry.text


def test_the_order_of_the_list_and_of_numbers() -> None:
    assert [each.id for each in bibliography(records(FULL, BARE, CIRCA), "apa")] == ["full", "bare", "circa"]
    assert [each.citation for each in bibliography(records(BARE, FULL, CIRCA), "ieee")] == [
        "[1]",
        "[2]",
        "[3]",
    ]
    assert [each.id for each in bibliography(records(BARE, FULL, BARE), "ieee")] == ["bare", "full"]
    assert bibliography([], "apa") == ()


def test_in_text_and_note_citations() -> None:
    cited = {each.id: each.citation for each in bibliography(records(FULL, BARE), "apa")}
    assert cited == {"full": "(Doe & United Nations, 2024)", "bare": "(“Nothing known”, n.d.)"}
    note = bibliography(records(FULL), "chicago-notes")[0].citation
    assert note.startswith("Jane Quill Doe and United Nations, “US & Iraq")


@pytest.mark.parametrize(
    ("edtf", "csl"),
    [
        (None, None),
        ("2024", {"date-parts": [[2024]]}),
        ("2024-09-27", {"date-parts": [[2024, 9, 27]]}),
        ("2024-09~", {"date-parts": [[2024, 9]], "circa": 1}),
        ("2023/2024-05", {"date-parts": [[2023], [2024]]}),
        ("2024-09-27/2024-10-02", {"date-parts": [[2024]]}),
        ("2024-09-03/2024-09-05", {"date-parts": [[2024, 9]]}),
        ("2024-09-03/2024-09-03", {"date-parts": [[2024, 9, 3]]}),
        ("1950~/1952", {"date-parts": [[1950], [1952]], "circa": 1}),
        ("2024-09-03~/2024-09-05", {"date-parts": [[2024, 9]], "circa": 1}),
        ("2024-09-27T10:00:00Z", {"date-parts": [[2024, 9, 27]]}),
        ("2024-09/..", {"literal": "2024-09–"}),
        ("/2024", {"literal": "–2024"}),
        ("2021-21", {"date-parts": [[2021]]}),
        ("202X", {"literal": "202X"}),
    ],
)
def test_dates(edtf: str | None, csl: object) -> None:
    assert csl_date(edtf) == csl


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "date",
    ["2024-09-27/2024-10-02", "2024-09-03/2024-09-05", "2024-03/2024-05", "2023-05-01/2024", "1950~/1952~", "2024-09-03/2024-09-03", "2024/..", "../2024", "2024-21/2024-22"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["report", "article-newspaper", "webpage", "chapter"])
def test_every_style_prints_every_interval(style: str, date: str, kind: str) -> None:
    (cited,) = bibliography(records({**BARE, "issued": date, "type": kind}), style)
    year = "1950" if date.startswith("1950") else "20"
    assert year in cited.text
    assert "None" not in cited.text + cited.citation


def test_marks_of_this_program_cannot_come_from_a_register() -> None:
    assert csl_item(records({**BARE, "title": "a\ue000b\ue001c"})[0])["title"] == "abc"


def test_a_style_of_the_users_own(tmp_path: Path) -> None:
    own = tmp_path / "own.csl"
    own.write_bytes(
        (Path(__file__).parents[2] / "briefgen/sources/csl/apa.csl")
        .read_bytes()
        .replace(b'prefix="("', b'prefix="["')
    )
    assert "[2024" in bibliography(records(FULL), str(own))[0].text
    # Its author decides, in whatever language.
    assert "[2024, septembre 27]" in bibliography(records(FULL), str(own), "fr")[0].text.replace(")", "]")


def test_styles_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "broken.csl").write_text("<style>")
    for style in ("no-such-style", str(tmp_path / "broken.csl"), str(tmp_path / "none.csl"), "../apa"):
        with pytest.raises(ValueError, match="style"):
            bibliography(records(BARE), style)
