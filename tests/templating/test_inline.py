import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.templating.inline import composed, inline, plain


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* and **b**", "<em>a</em> and <strong>b</strong>"),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("`x < y`", "<code>x &lt; y</code>"),
        ("[site](https://example.org/a_(b))", '<a href="https://example.org/a_(b)">site</a>'),
        ("<b>bold</b> & more", "&lt;b&gt;bold&lt;/b&gt; &amp; more"),
        ("[run](javascript:alert(1))", "[run](javascript:alert(1))"),
        ("[x](data:text/html,hello)", "[x](data:text/html,hello)"),
        ("![picture](https://example.org/a.png)", '!<a href="https://example.org/a.png">picture</a>'),
        ("# no heading\n- no list", "# no heading\n- no list"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
    ],
)
def test_only_emphasis_code_and_links_are_markup(text: str, html: str) -> None:
    assert inline(text) == html


def test_plain_text_has_no_markup() -> None:
    assert plain("*The* `quay` <i>& [the ferry](https://example.org)") == "The quay <i>& the ferry"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The quay gives way to the ferry of the US.", "The quay gives way to the ferry of~the~US."),
        ("It rose by 4 percent over all of last summer", "It rose by 4~percent over all of last~summer"),
        ("In 2014 it was formed to watch the harbours", "In 2014 it was formed to watch the harbours"),
        ("The relay at Substation 4 opens at nine", "The relay at Substation~4 opens~at~nine"),
        (
            "It is to end by September 2025 for now at least",
            "It is to end by September 2025 for now at~least",
        ),
        (
            "Some 40 boats lie here. About 12 leak constantly",
            "Some 40~boats lie here. About 12~leak constantly",
        ),
        ("Il coûte 140 000 florins aux habitants du lieu", "Il coûte 140~000~florins aux habitants du~lieu"),
        (
            "« Non » , dit-il ; la réponse est intermédiaire",
            "«~Non~» , dit-il~; la réponse est intermédiaire",
        ),
        ("Read *it* **now**", "Read~<em>it</em>~<strong>now</strong>"),
        ("Run `a b c d e f g h`", "Run~<code>a b c d e f g h</code>"),
        ("See [it now](https://example.org/a)", 'See~<a href="https://example.org/a">it~now</a>'),
        ("A Schifffahrtsgesellschaft ab", "A Schifffahrtsgesellschaft ab"),
        ("北埠頭は閉鎖されている。", "北埠頭は閉鎖されている。"),
    ],
)
def test_print_holds_together_what_belongs_together(text: str, held: str) -> None:
    assert composed(text) == held.replace("~", "\u00a0")


@given(st.text(alphabet="ab 12.,;«» *`[]()", max_size=80))
def test_only_blanks_are_replaced(text: str) -> None:
    assert composed(text).replace("\u00a0", " ") == inline(text).replace("\u00a0", " ")


def test_a_narrow_column_may_end_in_a_short_line() -> None:
    assert (
        composed("several hundred US troops may have left.", narrow=True)
        == "several hundred US troops may have left."
    )
    assert composed("over 80 members left.", narrow=True) == "over 80\u00a0members left."
