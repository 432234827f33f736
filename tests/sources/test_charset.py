"""Encodings are certain or refused; no text is ever read as another."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.sources.charset import decode
from briefgen.sources.extracted import SourceFault

TEXTS = {
    "en": "The minister’s office said “the mission is set to conclude” by September 2025, at a cost of £30m — or €35m.",
    "fr": "Le Premier ministre a déclaré à l’Assemblée que la mission s’achèverait là où elle a commencé. Ça, très sûr.",
    "de": "Die Bundesregierung erklärte, dass die Mission über das Jahr hinaus geführt werden müsse. Größere Änderungen.",
    "pl": "Minister powiedział, że misja koalicji zakończy się we wrześniu. Żołnierze są gotowi; trwają rozmowy.",
    "ru": "Министр заявил, что миссия коалиции завершится к сентябрю 2025 года. Численность войск около 2500 человек.",
    "ar": "أعلن الوزير أن مهمة التحالف ستنتهي بحلول سبتمبر. ويبلغ عدد القوات نحو 2500 جندي في العراق.",
    "el": "Ο υπουργός δήλωσε ότι η αποστολή του συνασπισμού θα ολοκληρωθεί έως τον Σεπτέμβριο.",
    "tr": "Bakan, koalisyonun görevinin Eylül ayına kadar sona ereceğini açıkladı. Irak'ta yaklaşık 2.500 asker, şöyle.",
    "es": "El ministro señaló que la misión concluirá en septiembre. ¿Cuántos soldados? Unos 2.500 según España.",
    "ja": "大臣は、連合軍の任務は2025年9月までに終了すると述べた。イラクには約2500人の兵士がいる。",
    "zh": "部长表示，联军的任务将于2025年9月结束。伊拉克目前约有2500名士兵。",
    "ko": "장관은 연합군의 임무가 2025년 9월까지 종료될 것이라고 밝혔다.",
    "he": "השר אמר כי משימת הקואליציה תסתיים עד ספטמבר 2025.",
}
ENCODINGS = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "iso8859_1", "iso8859_2", "iso8859_5", "iso8859_6",
    "iso8859_7", "iso8859_9", "iso8859_15", "koi8_r", "cp866", "mac_roman", "mac_cyrillic", "cp850", "cp852", "cp437",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
]  # fmt: skip


def encodable() -> list[tuple[str, str]]:
    pairs = []
    for language, text in TEXTS.items():
        for encoding in ENCODINGS:
            try:
                text.encode(encoding)
            except UnicodeEncodeError:
                continue
            pairs.append((language, encoding))
    return pairs


@pytest.mark.parametrize(("language", "encoding"), encodable())
@pytest.mark.parametrize("length", [1, 4])
def test_a_legacy_encoding_is_read_right_or_refused(language: str, encoding: str, length: int) -> None:
    text = TEXTS[language] * length
    read = decode(text.encode(encoding))
    assert isinstance(read, SourceFault) or read == text


@pytest.mark.parametrize(
    ("language", "encoding"), [("ru", "cp1251"), ("ar", "cp1256"), ("zh", "gb18030"), ("de", "cp1252")]
)
def test_certain_encodings_are_detected(language: str, encoding: str) -> None:
    assert decode(TEXTS[language].encode(encoding)) == TEXTS[language]


def test_two_readings_that_differ_are_refused() -> None:
    fault = decode(TEXTS["fr"].encode("cp1252"))
    assert isinstance(fault, SourceFault)
    assert "cp1250" in fault.message
    assert "UTF-8" in fault.help


@pytest.mark.parametrize(
    ("language", "encoding", "readings"),
    [
        ("pl", "cp1250", ("cp1250 “zakończy”", "cp1252 “zakoñczy”")),
        ("en", "cp1252", ("cp1252 “£30m”", "cp1250 “Ł30m”")),
        ("fr", "cp1252", ("cp1252 “",)),
    ],
)
def test_uncertain_readings_are_shown_by_a_word(
    language: str, encoding: str, readings: tuple[str, ...]
) -> None:
    fault = decode(TEXTS[language].encode(encoding))
    assert isinstance(fault, SourceFault)
    for reading in readings:
        assert reading in fault.message
    assert len(fault.message) < 250
    assert "whose letters are right" in fault.help


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"))))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff") or text[:1] in "%P{G" or text == ""


@pytest.mark.parametrize(
    "mark",
    [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE],
)
def test_byte_order_marks_decide(mark: bytes) -> None:
    names = {
        3: "utf-8",
        2: "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be",
        4: "utf-32-le" if mark == codecs.BOM_UTF32_LE else "utf-32-be",
    }
    assert decode(mark + TEXTS["fr"].encode(names[len(mark)])) == TEXTS["fr"]


def test_a_mark_that_lies_is_refused() -> None:
    assert isinstance(decode(codecs.BOM_UTF16_LE + b"abc"), SourceFault)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n",
        b"GIF89a",
        b"\xff\xd8\xff\xe0",
        b"{\\rtf1",
        b"\x1f\x8b\x08",
        b"a\0b",
        bytes(range(1, 32)) * 9,
    ],
    ids=repr,
)
def test_binary_data_is_refused(data: bytes) -> None:
    fault = decode(data)
    assert isinstance(fault, SourceFault)
    assert fault.help


def test_a_declared_encoding_is_taken() -> None:
    assert decode(TEXTS["fr"].encode("cp1252"), "iso-8859-1") == TEXTS["fr"]


def test_utf8_beats_a_single_byte_declaration() -> None:
    assert decode(TEXTS["fr"].encode(), "windows-1252") == TEXTS["fr"]


def test_a_declaration_that_cannot_be_is_passed_over() -> None:
    assert isinstance(decode(TEXTS["fr"].encode("cp1252"), "utf-8"), SourceFault)
    assert decode(TEXTS["ru"].encode("cp1251"), "no-such-encoding") == TEXTS["ru"]


@pytest.mark.parametrize(("encoding", "name"), [("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")])
def test_utf16_without_a_mark_is_refused_by_its_name(encoding: str, name: str) -> None:
    for text in ("The quay is closed.\n", "أُغلق الرصيف الشمالي\n"):
        fault = decode(text.encode(encoding))
        assert isinstance(fault, SourceFault)
        assert fault.message == f"it seems to be {name} without a byte order mark"
        assert f"-f {name} " in fault.help


def test_encodings_of_seven_bits_are_no_ascii() -> None:
    for language, encoding in (("ja", "iso2022_jp"), ("ko", "iso2022_kr")):
        data = TEXTS[language].encode(encoding)
        assert data.isascii()
        assert decode(data) == TEXTS[language]
    fault = decode(b"\x1b$)A\x0e2?VC\x0f of the ministry")
    assert isinstance(fault, SourceFault)
    assert "ISO 2022" in fault.message
    assert decode(b"\x1b[1mBold\x1b[0m on a terminal") == "\x1b[1mBold\x1b[0m on a terminal"


def test_a_stray_nought_makes_no_utf16() -> None:
    fault = decode(
        b"<p>The northern quay is closed\0 until further notice, says the harbour master.</p>"
        + b"More of it. " * 20
    )
    assert isinstance(fault, SourceFault)
    assert fault.message == "it holds binary data, not text"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xfd7zXZ\0\0\x04", "xz"),
        (b"BZh91AY&SY\x94", "bzip2"),
        (b"\x28\xb5\x2f\xfd\x04", "zstd"),
        (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
        (b"Rar!\x1a\x07", "RAR"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_what_is_packed_is_to_be_unpacked(data: bytes, what: str) -> None:
    fault = decode(data)
    assert isinstance(fault, SourceFault)
    assert what in fault.message
    assert "unpack" in fault.help


def test_an_uncertain_encoding_of_a_long_text_holds_one_reading_at_a_time() -> None:
    import tracemalloc

    data = ("Der Hafen ist wegen Überfüllung geschlossen. " * 100_000).encode("cp1252")
    decode(data[:1000])  # what is loaded is not counted
    tracemalloc.start()
    assert isinstance(decode(data), SourceFault)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8 * len(data)


def test_a_mark_with_nothing_behind_it_is_an_empty_text() -> None:
    assert [decode(mark) for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE)] == ["", ""]
