"""Looking for rare characters gives what the plain ways give."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence.text import rare

TEXT = st.text(st.sampled_from("ab -–"), max_size=30)


@given(TEXT, st.sampled_from("a-–"))
def test_splitting_and_neighbours(text: str, char: str) -> None:
    assert rare.split(text, char) == text.split(char)
    places = [at for at, each in enumerate(text) if each == char]
    assert rare.before(text, char) == {text[:at][-1:] for at in places}
    assert rare.after(text, char) == {text[at + 1 :][:1] for at in places}


@given(st.text(max_size=20))
def test_characters_beyond_ascii(text: str) -> None:
    assert rare.non_ascii(text + "\ud800") == {char for char in text if char > "\x7f"} | {"\ud800"}
