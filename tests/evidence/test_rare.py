"""Looking for rare characters gives what the plain ways give."""

from hypothesis import given
from hypothesis import strategies as st

from briefgen.evidence import rare

TEXT = st.text(st.sampled_from("ab -–"), max_size=30)


@given(TEXT, st.sampled_from("a-–"))
def test_splitting_and_neighbours(text: str, char: str) -> None:
    assert rare.split(text, char) == text.split(char)
    places = [at for at, each in enumerate(text) if each == char]
    assert rare.before(text, char) == {text[:at][-1:] for at in places}
    assert rare.after(text, char) == {text[at + 1 :][:1] for at in places}


def test_characters_beyond_ascii_are_found_in_every_block() -> None:
    for at in (0, rare.BLOCK - 1, rare.BLOCK, 3 * rare.BLOCK):
        assert rare.non_ascii("a" * at + "é\ud800" + "b" * 10) == {"é", "\ud800"}
