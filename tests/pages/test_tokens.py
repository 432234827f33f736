"""Tokens are written in where they have one value everywhere, and nowhere else."""

import pytest

from briefgen.pages.tokens import inlined


def test_a_token_is_written_in() -> None:
    assert inlined((":root{--a:red;--b:1rem}", "p{color:var(--a);margin:var( --b , 0)}")) == (
        ":root{}",
        "p{color:red;margin:1rem}",
    )


def test_tokens_may_refer_to_tokens() -> None:
    assert inlined((":root{--a:red;--b:1px solid var(--a)}p{border:var(--b)}",)) == (
        ":root{}p{border:1px solid red}",
    )


def test_the_page_may_need_the_declarations() -> None:
    assert inlined((":root{--a:red}p{color:var(--a)}",), used_by_page=True) == (":root{--a:red}p{color:red}",)


@pytest.mark.parametrize(
    "css",
    [
        ":root{--a:red}p{--a:blue;color:var(--a)}",
        ":root{--a:red}:root{--a:blue}p{color:var(--a)}",
        "@media print{:root{--a:red}}p{color:var(--a)}",
        ".dark :root{--a:red}p{color:var(--a)}",
        "p{color:var(--none)}",
        "p{color:var(--none,red)}",
    ],
)
def test_what_has_no_one_value_is_left_to_the_engine(css: str) -> None:
    assert inlined((css,)) == (css,)


def test_names_are_whole_words() -> None:
    assert inlined((":root{--a:red;--a-b:blue}p{color:var(--a-b)}",)) == (":root{}p{color:blue}",)


def test_comments_are_no_declarations() -> None:
    assert inlined((":root{--a:red}/* --a:blue */p{color:var(--a)}",)) == (":root{}p{color:red}",)
