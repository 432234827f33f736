"""The pages of the rules."""

import re

import pytest
from markdown_it import MarkdownIt

from briefgen.catalogue import Rule, rule, rules

HEADINGS = ["## What it does", "## Why", "## Example", "## Remedy"]


@pytest.mark.parametrize("page", rules(), ids=lambda each: each.name)
def test_every_page_is_whole(page: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", page.name)
    assert re.findall(r"^## .*", page.page, re.MULTILINE) == HEADINGS
    assert page.summary.endswith(".")
    assert all(part.strip() for part in re.split(r"^## .*", page.page, flags=re.MULTILINE)[1:])


@pytest.mark.parametrize("page", rules(), ids=lambda each: each.name)
def test_messages_with_names_in_them_are_one_piece_of_code(page: Rule) -> None:
    for token in MarkdownIt().parse(page.page):
        if token.type == "inline" and token.content.startswith("`") and "\n" not in token.content:
            said = [child.content for child in token.children or () if child.type == "text"]
            assert all(text.startswith((",", " ")) for text in said), token.content


@pytest.mark.parametrize("name", ["no-such-rule", "../catalogue", ""])
def test_unknown_rule(name: str) -> None:
    with pytest.raises(KeyError):
        rule(name)
