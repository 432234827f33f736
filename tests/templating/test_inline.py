import pytest

from briefgen.templating.inline import inline, plain


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
